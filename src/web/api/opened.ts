import type { Request } from 'express'
import type { Booking } from '../../domain/booking/booking.ts'
import { parseReference } from '../../domain/booking/reference.ts'
import { NotFound } from '../../use-cases/errors.ts'
import { findBooking } from '../../use-cases/resident/find-booking.ts'
import { isSecretOf } from '../secrets.ts'
import type { Web } from '../web.ts'

/** A reference as typed, once its secret has opened it. @throws {NotFound} for a wrong secret as for a wrong reference */
export function openedReference(web: Web, typed: string, secret: string | undefined): string {
  const reference = parseReference(typed)
  if (reference === undefined || !isSecretOf(web.settings.secret, reference, secret)) throw new NotFound('booking')
  return reference
}

/** The booking that a request names and opens. @throws {NotFound} */
export async function openedBooking(web: Web, req: Request): Promise<Booking> {
  const reference = openedReference(web, req.params['reference'] as string, secretSent(req))
  const booking = await findBooking(web.house, reference)
  if (!booking) throw new NotFound('booking')
  return booking
}

/** What stands after `Authorization: Bearer`. */
export function secretSent(req: Request): string | undefined {
  return /^Bearer +(\S{1,100})$/i.exec(req.headers.authorization ?? '')?.[1]
}
