import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Express, Request, Response } from 'express'
import { bornAs } from './born-as.ts'

/** A server that listens. */
export interface Listening {
  /** Without a slash at its end. */
  readonly url: string
  /** Takes no more requests, and resolves once those in flight are answered, or were given time enough. */
  readonly stop: () => Promise<void>
}

/** Nothing can listen there; the message is one sentence for whoever starts the program. */
export class CannotListen extends Error {}

/** Connections on which nothing was asked yet are given so long to begin once the server stops. */
const graceMs = 1000

/** Whoever has asked half a question is given so long to finish it once the server stops. */
const patienceMs = 8000

/** Listens on a host and port (0: any that is free). @throws {CannotListen} */
export async function listen(app: Express, host: string, port: number): Promise<Listening> {
  const unasked = new Set<Socket>()
  const server = createServer({ requestTimeout: 30_000, keepAliveTimeout: 65_000, ...bornAs(app) }, (req, res) => {
    unasked.delete(req.socket)
    app(req as Request, res as Response)
  })
  followUnasked(server, unasked)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new CannotListen(whyNot(error, host, port))))
    server.listen(port, host, resolve)
  })
  const shown = host.includes(':') ? `[${host}]` : host
  return {
    url: `http://${shown}:${(server.address() as AddressInfo).port}`,
    stop: () => stop(server, unasked),
  }
}

/** Connections fall idle one by one as their requests are answered, and Node would wait for those until they time out. */
async function stop(server: Server, unasked: ReadonlySet<Socket>): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const grace = setTimeout(() => unasked.forEach(socket => socket.destroy()), graceMs)
  const patience = setTimeout(() => server.closeAllConnections(), patienceMs)
  await new Promise(resolve => server.close(resolve))
  clearInterval(idle)
  clearTimeout(grace)
  clearTimeout(patience)
}

/** Keeps connections on which no request has come yet: Node does not count them as idle. */
function followUnasked(server: Server, unasked: Set<Socket>): void {
  server.on('connection', (socket: Socket) => {
    unasked.add(socket)
    socket.once('close', () => unasked.delete(socket))
  })
}

function whyNot({ code }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is in use; set PORT to another, or to 0 for any that is free.`
  if (code === 'EACCES') return `Port ${port} may not be opened by this account; set PORT to one above 1023.`
  return `Nothing can listen on ${host}, port ${port}: ${code ?? 'unknown'}.`
}
