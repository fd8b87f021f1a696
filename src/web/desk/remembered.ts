import type { Request, Response } from 'express'
import { cookieOf } from '../middleware/language.ts'
import { askedPlace, type AskedPlace, type DeskPlace } from './place.ts'

/** The cookie in which the staff area keeps office, part of the day, desk and view. Nothing else is in it. */
const placeCookie = 'okienko_desk'
const secondsKept = 90 * 86_400

/** The place that this browser chose last. */
export function rememberedPlace(req: Request): AskedPlace {
  const text = cookieOf(req.headers.cookie, placeCookie) ?? ''
  const known = new URLSearchParams(Buffer.from(text.slice(0, 1000), 'base64url').toString('utf8'))
  return askedPlace(Object.fromEntries(known))
}

/** Lets the browser remember the place, for the pages of the desks alone. */
export function rememberPlace(res: Response, { office, scope, desk, view }: DeskPlace): void {
  const kept = new URLSearchParams({ office: office.id, scope, view, ...(desk && { desk: desk.id }) })
  res.cookie(placeCookie, Buffer.from(kept.toString()).toString('base64url'), {
    maxAge: secondsKept * 1000,
    httpOnly: true,
    sameSite: 'lax',
    secure: res.req.secure,
    path: '/desk',
  })
}
