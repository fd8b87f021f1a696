import type { Request, RequestHandler } from 'express'
import { ForeignForm } from '../faults.ts'
import { isRead } from './rate-limit.ts'

/**
 * Refuses a form that another site sends in a reader's name. Browsers say where a request comes from by
 * `Sec-Fetch-Site`, older ones by `Origin`; a program that says neither carries nobody's cookies.
 *
 * @throws {ForeignForm} to the error page
 */
export function refuseForeignForms(baseUrl: string | undefined): RequestHandler {
  const ownOrigin = baseUrl === undefined ? undefined : new URL(baseUrl).origin
  return (req, _res, next) => next(isRead(req.method) || isOurs(req, ownOrigin) ? undefined : new ForeignForm())
}

function isOurs(req: Request, ownOrigin: string | undefined): boolean {
  const site = req.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = req.headers.origin
  if (origin === undefined) return true
  return origin === ownOrigin || origin === `${req.protocol}://${req.headers.host ?? ''}`
}
