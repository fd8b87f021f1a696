import type { Request } from 'express'
import type { Web } from '../web.ts'

/** A path as a whole address, for paper, calendars and QR codes: by the settings, else as the request came. */
export function addressOf(web: Web, req: Request, path: string): string {
  const base = web.settings.baseUrl ?? `${req.protocol}://${req.headers.host ?? 'localhost'}`
  return `${base}${path}`
}
