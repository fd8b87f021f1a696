import { randomBytes } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import type { Metrics } from '../metrics.ts'

/**
 * Gives each request an id, and when it is answered counts it and writes one line. Requests are known by the pattern of
 * their address (`/bookings/:reference`), so that no reference, secret or search word is ever written down.
 */
export function watch(logger: Logger, metrics: Metrics): RequestHandler {
  const silent = !logger.isLevelEnabled('info')
  return (req, res, next) => {
    const startedAt = performance.now()
    const id = newId()
    res.locals['requestId'] = id
    res.setHeader('X-Request-Id', id)
    res.on('close', () => {
      const ms = performance.now() - startedAt
      const route = routeOf(req, res)
      metrics.requestAnswered(req.method, route, res.statusCode, ms / 1000)
      if (silent) return
      const line = { id, method: req.method, route, status: res.statusCode, ms: Math.round(ms * 10) / 10 }
      logger.info(res.writableFinished ? line : { ...line, cutOff: true }, 'request')
    })
    next()
  }
}

/** The pattern that answered a request; `unmatched` where no page has this address. */
export function routeOf(req: Request, res: Response): string {
  const named = res.locals['route'] as string | undefined
  const pattern = (req.route as { path?: unknown } | undefined)?.path
  if (named !== undefined) return named
  return typeof pattern === 'string' ? `${req.baseUrl}${pattern}` : 'unmatched'
}

const processTag = randomBytes(4).toString('hex')
let count = 0

function newId(): string {
  count += 1
  return `${processTag}-${count.toString(36)}`
}
