import type { Contact, VisitRequest } from '../../domain/booking/booking.ts'
import { place } from '../../domain/capacity/placement.ts'
import { insertKey, bookingOfKey, isTaken, type IdempotencyKey } from '../../repositories/idempotency-keys.ts'
import type { BookingRecord } from '../../repositories/bookings.ts'
import { queueConfirmation } from '../day/queue-message.ts'
import { onDay } from '../day/on-day.ts'
import { takePlace } from '../day/take-place.ts'
import { BookingRefused } from '../errors.ts'
import type { House } from '../house.ts'
import { asking } from './asking.ts'
import { newBooking } from './new-booking.ts'
import { refuseBeyondContactLimit } from './contact-limit.ts'
import { withAlternatives } from './with-alternatives.ts'

/**
 * Books a visit, all or nothing.
 *
 * @param once  the same key asked twice books once
 * @throws {BookingRefused} with the reason, and near times that are free
 * @throws {NotFound} if there is no such office or service
 * @throws {KeyTaken} if the key was used for something else
 */
export async function bookVisit(
  house: House,
  request: VisitRequest,
  contact: Contact,
  { once }: { once?: IdempotencyKey } = {},
): Promise<BookingRecord> {
  const earlier = once && (await bookingOfKey(house.db, once))
  if (earlier) return earlier

  const { visit, now } = await asking(house, request)
  try {
    return await withAlternatives(house, request, () =>
      onDay(house, request, async open => {
        await refuseBeyondContactLimit(open, contact, now.date)
        const placement = place(open.day, visit, request.start, now)
        if (!placement.placed) throw new BookingRefused(placement.refusal)

        const booking = await takePlace(open, newBooking(house, request, contact, placement, { status: 'booked' }))
        await queueConfirmation(open.trx, open.city, booking)
        if (once) await insertKey(open.trx, once, booking.number, booking.createdAt)
        return booking
      }),
    )
  } catch (error) {
    const other = once && isTaken(error) ? await bookingOfKey(house.db, once) : undefined
    if (other) return other
    throw error
  }
}
