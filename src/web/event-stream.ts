import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Request, Response } from 'express'

/** A stream of server-sent events to one reader, who may have gone before it opens: readers come and go as they like. */
export interface EventStream {
  /** Sends an event; nothing once the reader has gone. `text` has no line break. */
  send(event: string, text: string): void
  /** Does something again and again while the stream lasts. If it fails, the stream ends. */
  every(ms: number, act: () => unknown): void
  /** Called once when the stream ends, whoever ends it; at once if it has ended. */
  onEnd(act: () => void): void
  end(): void
}

/** A server that stops must not wait for readers who never leave. */
const lookMs = 500

/**
 * Opens a stream. Browsers come back by themselves two seconds after it was lost.
 *
 * A request sent before the last one of its connection was answered, as no browser does, gets no stream: Node would let
 * the answer wait for its turn without ever telling it that its reader has gone. Its connection ends.
 */
export function openEventStream(req: Request, res: Response): EventStream {
  if (!res.socket) req.socket.destroy()
  // no-transform: a stream that is packed is held back until there is enough of it
  res.setHeader('Cache-Control', 'no-store, no-transform')
  res.setHeader('X-Accel-Buffering', 'no')
  res.type('text/event-stream')
  res.write('retry: 2000\n\n')
  const stream: EventStream = {
    send: (event, text) => void (res.writableEnded || isOver(res) || res.write(`event: ${event}\ndata: ${text}\n\n`)),
    every(ms, act) {
      const timer = setInterval(() => void attempt(act), ms)
      stream.onEnd(() => clearInterval(timer))
    },
    onEnd: act => void (isOver(res) ? act() : res.once('close', act)),
    end: () => void res.end(),
  }
  const attempt = async (act: () => unknown) => {
    try {
      await act()
    } catch {
      stream.end()
    }
  }
  stream.every(lookMs, () => serverOf(req)?.listening === false && stream.end())
  return stream
}

/** Without a socket it has not begun, or has ended. */
function isOver(res: Response): boolean {
  return res.closed || !res.socket
}

function serverOf(req: Request): Server | undefined {
  return (req.socket as Socket & { server?: Server }).server
}
