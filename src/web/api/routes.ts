import express, { Router, type RequestHandler } from 'express'
import { noSuchPage, sendErrors } from '../errors.ts'
import { sendReady } from '../ready-answers.ts'
import type { Web } from '../web.ts'
import { calls } from './calls.ts'
import { openApi } from './openapi.ts'
import { otherMethods } from './other-methods.ts'

/** The JSON API, version 1. */
export function apiRoutes(web: Web): Router {
  const router = Router()
  router.use(express.json({ limit: '16kb', type: 'application/json' }))

  for (const call of calls) {
    router[call.method](expressPath(call.path), openToAll(call.open), (req, res) => call.run(web, req, res))
  }
  router.get('/openapi.json', openToAll(true), (req, res) => {
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
    router.all(expressPath(path), otherMethods(here))
  }
  router.use(noSuchPage, sendErrors(web))
  return router
}

/** `/offices/{office}` as Express writes it: `/offices/:office`. */
export function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1')
}

/** Lets programs of other sites read open data; without cookies, which nothing here looks at. */
function openToAll(open: boolean): RequestHandler {
  return (_req, res, next) => {
    if (open) res.setHeader('Access-Control-Allow-Origin', '*').setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
    next()
  }
}
