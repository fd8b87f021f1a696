import type { Contact } from '../../domain/booking/booking.ts'
import type { OfficeDate } from '../../domain/calendar.ts'
import { statusAfter } from '../../domain/booking/transitions.ts'
import { bookingByReference, updateBooking, type BookingRecord } from '../../repositories/bookings.ts'
import { withBooking, withoutBooking } from '../../domain/capacity/day.ts'
import { keyOf } from '../../repositories/change-day.ts'
import { insertKey, type IdempotencyKey } from '../../repositories/idempotency-keys.ts'
import { recordOf, withoutExpiry } from '../day/let-holds-expire.ts'
import { onDay, type OpenDay } from '../day/on-day.ts'
import { queueConfirmation } from '../day/queue-message.ts'
import { NotFound, NotNow } from '../errors.ts'
import type { House } from '../house.ts'
import { nowWhereAsked } from './now-where-asked.ts'
import { askOnce } from './ask-once.ts'
import { refuseBeyondContactLimit } from './contact-limit.ts'

/**
 * Turns a hold into a booking, in place. Confirming what is booked already answers the booking as it is; a hold that is
 * moved to another day at the same moment is confirmed there.
 *
 * @throws {NotFound} if there is no such hold
 * @throws {NotNow} if its time is over, or it was cancelled
 * @throws {BookingRefused} beyond the limit of bookings per contact
 */
export async function confirmHold(
  house: House,
  reference: string,
  contact: Contact,
  { once }: { once?: IdempotencyKey } = {},
): Promise<BookingRecord> {
  const hold = await bookingByReference(house.db, reference)
  if (!hold) throw new NotFound('booking')
  try {
    return await askOnce(house, once, () => confirmOn(house, hold, contact, once))
  } catch (error) {
    if (!(error instanceof MovedMeanwhile)) throw error
    return confirmHold(house, reference, contact, once ? { once } : {})
  }
}

class MovedMeanwhile extends Error {}

async function confirmOn(house: House, hold: BookingRecord, contact: Contact, once?: IdempotencyKey): Promise<BookingRecord> {
  const now = await nowWhereAsked(house, hold)
  return onDay(house, hold, async open => {
    const standing = await recordOf(open, hold)
    if (keyOf(standing) !== keyOf(hold)) throw new MovedMeanwhile()
    const booking = standing.status === 'booked' ? standing : await confirm(open, standing, contact, now.date)
    if (once) await insertKey(open.trx, once, booking.number, house.clock.instant())
    return booking
  })
}

async function confirm(open: OpenDay, hold: BookingRecord, contact: Contact, today: OfficeDate): Promise<BookingRecord> {
  if (statusAfter('confirm', hold.status) === undefined) throw new NotNow(hold.status)
  await refuseBeyondContactLimit(open, contact, today)
  const booking: BookingRecord = { ...withoutExpiry(hold), status: 'booked', contact, changedAt: open.house.clock.instant() }
  await updateBooking(open.trx, booking)
  await queueConfirmation(open.trx, open.city, booking)
  open.day = withBooking(withoutBooking(open.day, hold.number, open.turned.page), booking, open.turned.page)
  return booking
}
