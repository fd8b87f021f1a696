import type { Contact } from '../../domain/booking/booking.ts'
import { statusAfter } from '../../domain/booking/transitions.ts'
import { bookingByReference, updateBooking, type BookingRecord } from '../../repositories/bookings.ts'
import { withBooking, withoutBooking } from '../../domain/capacity/day.ts'
import { insertKey, type IdempotencyKey } from '../../repositories/idempotency-keys.ts'
import { withoutExpiry } from '../day/let-holds-expire.ts'
import { onDay, type OpenDay } from '../day/on-day.ts'
import { queueConfirmation } from '../day/queue-message.ts'
import { NotFound, NotNow } from '../errors.ts'
import type { House } from '../house.ts'
import { nowWhereAsked } from './now-where-asked.ts'
import { askOnce } from './ask-once.ts'
import { refuseBeyondContactLimit } from './contact-limit.ts'

/**
 * Turns a hold into a booking, in place. Confirming what is booked already answers the booking as it is.
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
  const now = await nowWhereAsked(house, hold)
  return askOnce(house, once, () =>
    onDay(house, hold, async open => {
      const standing = (await bookingByReference(open.trx, reference)) as BookingRecord
      if (standing.status === 'booked') return standing
      if (statusAfter('confirm', standing.status) === undefined) throw new NotNow(standing.status)
      await refuseBeyondContactLimit(open, contact, now.date)
      const booking = await confirm(open, standing, contact)
      if (once) await insertKey(open.trx, once, booking.number, booking.changedAt)
      return booking
    }),
  )
}

async function confirm(open: OpenDay, hold: BookingRecord, contact: Contact): Promise<BookingRecord> {
  const booking: BookingRecord = { ...withoutExpiry(hold), status: 'booked', contact, changedAt: open.house.clock.instant() }
  await updateBooking(open.trx, booking)
  await queueConfirmation(open.trx, open.city, booking)
  open.day = withBooking(withoutBooking(open.day, hold.number, open.turned.page), booking, open.turned.page)
  return booking
}
