import type { ErrorRequestHandler, Request, RequestHandler, Response, Router } from 'express'
import { noSuchPage, sendErrors } from '../errors.ts'
import { sendReady } from '../ready-answers.ts'
import type { Web } from '../web.ts'
import { calls } from './calls.ts'
import { openApi } from './openapi.ts'
import { otherMethods } from './other-methods.ts'
import { readJson } from './read-json.ts'

const root = '/api/v1'

/**
 * The JSON API, version 1. Each call is a route of the whole program: a request that must only be led there is answered
 * sooner than one that is handed from router to router.
 */
export function addApi(app: Pick<Router, 'get' | 'post' | 'route' | 'use'>, web: Web, limits: RequestHandler): void {
  for (const call of calls) {
    const first = [limits, ...(call.body ? [readJson()] : []), ...(call.open ? [openToAll] : [])]
    app[call.method](expressPath(call.path), first, (req: Request, res: Response) => call.run(web, req, res))
  }
  app.get(`${root}/openapi.json`, limits, openToAll, (req, res) => {
    const make = () => JSON.stringify(openApi())
    sendReady(web.ready, req, res, {
      key: 'openapi',
      state: '1',
      type: 'application/json',
      cacheControl: 'public, max-age=60',
      make,
    })
  })

  for (const path of new Set(calls.map(call => call.path))) {
    const here = calls.filter(call => call.path === path)
    app.route(expressPath(path)).all(limits, otherMethods(here))
  }
  app.use(root, limits, noSuchPage)
  app.use(ofTheApi(sendErrors(web)))
}

/** `/offices/{office}` as Express writes it: `/api/v1/offices/:office`. */
export function expressPath(path: string): string {
  return root + path.replace(/\{(\w+)\}/g, ':$1')
}

/** Not mounted at the root, where the log would no longer know the whole pattern of the address. */
function ofTheApi(answer: ErrorRequestHandler): ErrorRequestHandler {
  return (error, req, res, next) => (req.path.startsWith(`${root}/`) ? answer(error, req, res, next) : next(error))
}

/** Lets programs of other sites read open data; without cookies, which nothing here looks at. */
const openToAll: RequestHandler = (_req, res, next) => {
  res.setHeader('Access-Control-Allow-Origin', '*').setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
  next()
}
