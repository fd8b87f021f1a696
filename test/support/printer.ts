import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { answerTo, printedPart, type Condition } from './printer-status.ts'

/** A ticket printer on the network, as programs see it. */
export interface Printer {
  readonly host: string
  readonly port: number
  /** What it was sent to print, one entry per connection that was closed, oldest first; questions about its state aside. */
  readonly jobs: readonly Buffer[]
  /** Resolves to job `number` (the first is 1) once it is there. */
  job(number: number): Promise<Buffer>
  /** Unplugs it: connections break, and no further one is taken. */
  stop(): Promise<void>
}

/** How a printer behaves; without anything it takes bytes and says nothing. */
export interface Behaviour {
  /** How it answers when it is asked for its state. Absent: not at all. */
  readonly condition?: Condition
  /** Runs out of paper after so many bytes: it answers that, and no longer says when it has printed. */
  readonly paperForBytes?: number
  /** Drops the connection after so many bytes. 0: at once. */
  readonly breaksAfterBytes?: number
  /** Reads nothing from the first byte on. */
  readonly stalls?: boolean
  /** Does not say when it has printed. */
  readonly neverDone?: boolean
}

/**
 * Each process of tests has printers at an address of its own: whatever still looks for a printer that was unplugged in
 * another one would else reach the printer that has got its port.
 */
const host = process.platform === 'linux' ? `127.1.${(process.pid >> 8) & 255}.${process.pid & 255}` : '127.0.0.1'

/** Plugs a printer in on a free port of the loopback. */
export async function plugInPrinter(behaviour: Behaviour = {}): Promise<Printer> {
  const jobs: Buffer[] = []
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    const taken = behaveAt(socket, behaviour)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      sockets.delete(socket)
      jobs.push(printedPart(taken()))
      server.emit('job')
    })
  })
  await once(server.listen(0, host), 'listening')

  return {
    host,
    port: (server.address() as AddressInfo).port,
    jobs,
    async job(number) {
      for (;;) {
        const printed = jobs[number - 1]
        if (printed) return printed
        await once(server, 'job')
      }
    },
    async stop() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

/** Lets a connection be treated as the behaviour says. Answers a function that tells what was taken so far. */
function behaveAt(socket: Socket, behaviour: Behaviour): () => Buffer {
  const { breaksAfterBytes = Infinity, paperForBytes = Infinity } = behaviour
  let taken = Buffer.alloc(0)
  if (breaksAfterBytes === 0) socket.destroy()
  if (behaviour.stalls) {
    socket.pause()
    return () => taken
  }
  socket.on('data', chunk => {
    taken = Buffer.concat([taken, chunk])
    if (taken.length >= breaksAfterBytes) return socket.resetAndDestroy()
    const isOut = printedPart(taken).length > paperForBytes
    const condition = isOut ? 'paper-out' : behaviour.condition
    if (condition) socket.write(answerTo(chunk, condition, isOut || behaviour.neverDone === true))
  })
  return () => taken
}
