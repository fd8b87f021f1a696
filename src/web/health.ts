import { timingSafeEqual } from 'node:crypto'
import { Router, type Request } from 'express'
import { isReady } from '../use-cases/is-ready.ts'
import type { Web } from './web.ts'

/** What operators ask: does it live, can it serve, what has it done. */
export function healthRoutes(web: Web): Router {
  const router = Router()

  router.get('/healthz', (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ status: 'alive' })
  })

  router.get('/readyz', async (_req, res) => {
    const ready = await isReady(web.house.db)
    res
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: ready ? 'ready' : 'not ready' })
  })

  router.get('/metrics', async (req, res) => {
    if (!mayReadMetrics(req, web.settings.metricsToken)) {
      res.status(403).json({ status: 'for this machine, or with the token in METRICS_TOKEN' })
      return
    }
    res.type('text/plain; version=0.0.4').send(await web.metrics.text())
  })

  return router
}

/** Without a token only who is on this machine and was not sent on by a proxy. */
function mayReadMetrics(req: Request, token: string | undefined): boolean {
  const given = Buffer.from(req.headers.authorization ?? '')
  const right = Buffer.from(`Bearer ${token ?? ''}`)
  if (token !== undefined && given.length === right.length && timingSafeEqual(given, right)) return true
  return (
    isLoopback(req.socket.remoteAddress ?? '') &&
    req.headers['x-forwarded-for'] === undefined &&
    req.headers['forwarded'] === undefined
  )
}

function isLoopback(address: string): boolean {
  return /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address)
}
