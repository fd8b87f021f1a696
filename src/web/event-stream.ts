import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Request, Response } from 'express'

/** A stream of server-sent events to one reader. */
export interface EventStream {
  /** Sends an event; nothing once the reader has gone. `text` has no line break. */
  send(event: string, text: string): void
  /** Called once when the stream ends, whoever ends it. */
  onEnd(act: () => void): void
  end(): void
}

/** A server that stops must not wait for readers who never leave. */
const lookMs = 500

/** Opens a stream. Browsers come back by themselves two seconds after it was lost. */
export function openEventStream(req: Request, res: Response): EventStream {
  // no-transform: a stream that is packed is held back until there is enough of it
  res.setHeader('Cache-Control', 'no-store, no-transform')
  res.setHeader('X-Accel-Buffering', 'no')
  res.type('text/event-stream')
  res.write('retry: 2000\n\n')
  const look = setInterval(() => serverOf(req)?.listening === false && res.end(), lookMs)
  res.once('close', () => clearInterval(look))
  return {
    send: (event, text) => void (res.writableEnded || res.write(`event: ${event}\ndata: ${text}\n\n`)),
    onEnd: act => void res.once('close', act),
    end: () => void res.end(),
  }
}

function serverOf(req: Request): Server | undefined {
  return (req.socket as Socket & { server?: Server }).server
}
