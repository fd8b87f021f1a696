import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerEnvelope } from 'smtp-server'

/** A mail server that delivers nothing and keeps everything. */
export interface Mailbox {
  /** For `SMTP_URL`. */
  readonly url: string
  /** What has come in, oldest first. */
  readonly letters: readonly Letter[]
  /** How many letters were turned away by greylisting. */
  turnedAway(): number
  stop(): Promise<void>
}

/** A letter as it came over the wire. */
export interface Letter {
  readonly from: string
  readonly to: readonly string[]
  /** Headers and body, as sent. */
  readonly source: string
}

/**
 * Opens a mailbox on a free port.
 *
 * @param greylists  turn the first try for each recipient away with 451, as many servers do: whoever sends must try again
 */
export async function openMailbox({ greylists = false } = {}): Promise<Mailbox> {
  const letters: Letter[] = []
  const known = new Set<string>()
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    onRcptTo({ address }, _connection, answer) {
      if (!greylists || known.has(address)) return answer()
      known.add(address)
      answer(Object.assign(new Error('4.7.1 greylisted, try again later'), { responseCode: 451 }))
    },
    onData(stream, { envelope }, answer) {
      void read(stream).then(source => {
        letters.push(letterOf(envelope, source))
        answer()
      }, answer)
    },
  })
  server.on('error', () => undefined) // a connection that breaks off is the sender's trouble
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    letters,
    turnedAway: () => known.size,
    stop: () => new Promise(resolve => server.close(resolve)),
  }
}

/** A mail server that takes connections and never says a word. */
export async function openSilentServer(): Promise<{ url: string; called: Promise<unknown>; stop(): Promise<void> }> {
  const sockets = new Set<Socket>()
  const server = createServer(socket => sockets.add(socket.on('error', () => undefined)))
  const called = once(server, 'connection')
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    called,
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

async function read(stream: SMTPServerDataStream): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function letterOf(envelope: SMTPServerEnvelope, source: string): Letter {
  const from = envelope.mailFrom ? envelope.mailFrom.address : ''
  return { from, to: envelope.rcptTo.map(recipient => recipient.address), source }
}
