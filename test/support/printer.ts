import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'

/** A ticket printer on the network, as programs see it: it takes bytes and says nothing. */
export interface Printer {
  readonly host: string
  readonly port: number
  /** One entry per connection that was closed, oldest first. */
  readonly jobs: readonly Buffer[]
  /** Resolves to job `number` (the first is 1) once it is there. */
  job(number: number): Promise<Buffer>
  /** Unplugs it: connections break, and no further one is taken. */
  stop(): Promise<void>
}

/** Plugs a printer in on a free port of the loopback. */
export async function plugInPrinter(): Promise<Printer> {
  const jobs: Buffer[] = []
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    const chunks: Buffer[] = []
    socket.on('data', chunk => chunks.push(chunk))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      sockets.delete(socket)
      jobs.push(Buffer.concat(chunks))
      server.emit('job')
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')

  return {
    host: '127.0.0.1',
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
