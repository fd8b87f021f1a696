import type { Request, Response } from 'express'
import { parseReference } from '../../domain/booking/reference.ts'
import { NotFound } from '../../use-cases/errors.ts'
import { findBooking } from '../../use-cases/resident/find-booking.ts'
import { cookieOf } from '../middleware/language.ts'
import { isSecretOf, secretOf } from '../secrets.ts'
import type { Web } from '../web.ts'
import { formOf, textOf } from './requested.ts'

/** A booking as the use cases give it. */
export type FoundBooking = NonNullable<Awaited<ReturnType<typeof findBooking>>>

const holdCookie = 'okienko_hold'

/**
 * The booking that an address names, once its secret has opened it: from the address, the form, or the browser's hold.
 *
 * @throws {NotFound} for a wrong secret as for a wrong reference
 */
export async function openedBooking(web: Web, req: Request): Promise<FoundBooking> {
  const reference = parseReference(String(req.params['reference']))
  const booking = reference !== undefined && opens(web, req, reference) ? await findBooking(web.house, reference) : undefined
  if (!booking) throw new NotFound('booking')
  return booking
}

/** The secret of a booking, as links and forms carry it. */
export function keyOf(web: Web, reference: string): string {
  return secretOf(web.settings.secret, reference)
}

/** The reference of the hold that this browser has, if the cookie is genuine. */
export function holdOf(web: Web, req: Request): string | undefined {
  const [reference = '', secret] = (cookieOf(req.headers.cookie, holdCookie) ?? '').split('.')
  return isSecretOf(web.settings.secret, reference, secret) ? reference : undefined
}

/** Lets the browser remember its hold for as long as it lasts. */
export function rememberHold(web: Web, req: Request, res: Response, reference: string, minutes: number): void {
  res.cookie(holdCookie, `${reference}.${keyOf(web, reference)}`, {
    maxAge: minutes * 60_000,
    httpOnly: true,
    sameSite: 'lax',
    secure: req.secure,
    path: '/',
  })
}

/** Lets the browser forget this hold; another one, made since in another tab, it keeps until that one is over or replaced. */
export function forgetHold(web: Web, req: Request, res: Response, reference: string): void {
  if (holdOf(web, req) !== reference) return
  res.clearCookie(holdCookie, { httpOnly: true, sameSite: 'lax', path: '/' })
}

function opens(web: Web, req: Request, reference: string): boolean {
  const given = [textOf(req.query, 'key'), textOf(formOf(req), 'key')].find(text => text !== '')
  return isSecretOf(web.settings.secret, reference, given) || holdOf(web, req) === reference
}
