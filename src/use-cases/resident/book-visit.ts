import type { Contact, VisitRequest } from '../../domain/booking/booking.ts'
import type { BookingRecord } from '../../repositories/bookings.ts'
import { insertKey, type IdempotencyKey } from '../../repositories/idempotency-keys.ts'
import { onDay } from '../day/on-day.ts'
import { queueConfirmation } from '../day/queue-message.ts'
import { takePlace } from '../day/take-place.ts'
import type { House } from '../house.ts'
import { nowWhereAsked } from './now-where-asked.ts'
import { askOnce } from './ask-once.ts'
import { refuseBeyondContactLimit } from './contact-limit.ts'
import { foresee, placeAsked } from './foresee.ts'
import { newBooking } from './new-booking.ts'
import { withAlternatives } from './with-alternatives.ts'

/**
 * Books a visit, all or nothing.
 *
 * @param options.once           the same key asked twice books once
 * @param options.drawReference  gives a reference drawn beforehand, once there is a place; absent: one is drawn then
 * @throws {BookingRefused} with the reason, and near times that are free
 * @throws {NotFound} if there is no such office or service
 * @throws {KeyReused} if the key was used for something else
 */
export async function bookVisit(
  house: House,
  request: VisitRequest,
  contact: Contact,
  { once, drawReference }: { once?: IdempotencyKey | undefined; drawReference?: () => string } = {},
): Promise<BookingRecord> {
  const now = await nowWhereAsked(house, request)
  return withAlternatives(house, request, () =>
    askOnce(house, once, async () => {
      const foreseen = await foresee(house, request, now)
      return onDay(house, request, async open => {
        await refuseBeyondContactLimit(open, contact, now.date)
        const { visit, placed } = placeAsked(open, request, now, foreseen)
        const asked = { ...request, party: visit.party }
        const draft = newBooking(house, asked, contact, placed, { status: 'booked' }, drawReference?.())
        const booking = await takePlace(open, draft)
        await queueConfirmation(open.trx, open.city, booking)
        if (once) await insertKey(open.trx, once, booking.number, booking.createdAt)
        return booking
      })
    }),
  )
}
