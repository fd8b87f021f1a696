import express, { Router, type RequestHandler } from 'express'
import { noSuchPage, sendErrors } from '../errors.ts'
import { WrongMethod } from '../faults.ts'
import { sendReady } from '../ready-answers.ts'
import type { Web } from '../web.ts'
import type { Call } from './call.ts'
import { calls } from './calls.ts'
import { openApi } from './openapi.ts'

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

/** Tells what may be asked here: politely to OPTIONS, as an error to any other method. */
function otherMethods(here: readonly Call[]): RequestHandler {
  const allow = [...here.map(call => (call.method === 'get' ? 'GET, HEAD' : 'POST')), 'OPTIONS'].join(', ')
  const open = here.some(call => call.open)
  return (req, res) => {
    if (req.method !== 'OPTIONS') throw new WrongMethod(allow)
    res.setHeader('Allow', allow)
    if (open) {
      res.setHeader('Access-Control-Allow-Origin', '*')
      res.setHeader('Access-Control-Allow-Methods', 'GET, HEAD')
      res.setHeader('Access-Control-Allow-Headers', 'If-None-Match')
    }
    res.status(204).end()
  }
}
