import type { RequestHandler } from 'express'
import { WrongMethod } from '../faults.ts'
import type { Call } from './call.ts'

/** Tells what may be asked here: politely to OPTIONS, as an error to any other method. */
export function otherMethods(here: readonly Call[]): RequestHandler {
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
