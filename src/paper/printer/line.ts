import { connect, type Socket } from 'node:net'
import type { Patience, PrinterAddress } from './printed.ts'

/** An open connection to a printer. Nothing here throws: what goes wrong is an answer. */
export interface PrinterLine {
  /** Sends bytes. `lost` if the connection breaks, `late` if the printer does not take them in so many milliseconds. */
  send(bytes: Uint8Array, milliseconds: number): Promise<'taken' | 'lost' | 'late'>
  /** Waits for the first byte that can be the answer; others stay for whoever waits for them. */
  hear(isAnswer: (byte: number) => boolean, milliseconds: number): Promise<number | 'lost' | 'late'>
  /** Asks, and waits for an answer that comes after the question. */
  ask(question: Uint8Array, isAnswer: (byte: number) => boolean, milliseconds: number): Promise<number | 'lost' | 'late'>
  /** Ends the connection and waits until the printer has ended it too, which it does once it has taken everything. */
  end(milliseconds: number): Promise<'taken' | 'lost' | 'late'>
  cut(): void
}

/** Opens a connection to a printer; or says that it takes none, or that nobody is there. */
export async function openLine(printer: PrinterAddress, patience: Patience): Promise<PrinterLine | 'refused' | 'offline'> {
  const socket = connect({ host: printer.host, port: printer.port, noDelay: true })
  const line = lineOver(socket)
  const opened = await connected(socket, patience.connect)
  if (opened === 'open') return line
  socket.destroy()
  return opened
}

function connected(socket: Socket, milliseconds: number): Promise<'open' | 'refused' | 'offline'> {
  return new Promise(resolve => {
    const late = setTimeout(() => resolve('offline'), milliseconds)
    socket.once('connect', () => resolve('open'))
    socket.once('error', error => resolve('code' in error && error.code === 'ECONNREFUSED' ? 'refused' : 'offline'))
    for (const event of ['connect', 'close']) socket.once(event, () => clearTimeout(late))
  })
}

function lineOver(socket: Socket): PrinterLine {
  let heard: number[] = []
  let ended: 'in order' | 'broken' | undefined
  const lookers = new Set<() => void>()
  const wake = () => [...lookers].forEach(look => look())
  socket.on('error', () => undefined) // 'close' follows, and says that it was one
  socket.on('data', chunk => {
    heard.push(...chunk)
    wake()
  })
  socket.on('close', hadError => {
    ended = hadError ? 'broken' : 'in order'
    wake()
  })

  /** What is found once `find` finds it; `late` when time is up. */
  const until = <Found>(find: () => Found | undefined, milliseconds: number): Promise<Found | 'late'> =>
    new Promise(resolve => {
      const settle = (answer: Found | 'late') => {
        lookers.delete(look)
        clearTimeout(late)
        resolve(answer)
      }
      const look = () => {
        const found = find()
        if (found !== undefined) settle(found)
      }
      const late = setTimeout(() => settle('late'), milliseconds)
      lookers.add(look)
      look()
    })
  const hear: PrinterLine['hear'] = (isAnswer, milliseconds) =>
    until(() => {
      const at = heard.findIndex(isAnswer)
      return at >= 0 ? heard.splice(at, 1)[0] : ended && ('lost' as const)
    }, milliseconds)

  return {
    hear,
    send(bytes, milliseconds) {
      let taken = false
      if (!ended) socket.write(bytes, error => (taken = !error) && wake())
      return until(() => (taken ? 'taken' : ended && 'lost'), milliseconds)
    },
    ask(question, isAnswer, milliseconds) {
      heard = heard.filter(byte => !isAnswer(byte))
      if (!ended) socket.write(question)
      return hear(isAnswer, milliseconds)
    },
    end(milliseconds) {
      socket.end()
      return until(() => ended && (ended === 'in order' ? 'taken' : 'lost'), milliseconds)
    },
    cut: () => void socket.destroy(),
  }
}
