import { isPromised } from '../../domain/booking/status.ts'
import { bookingByNumber, updateBooking, type BookingRecord } from '../../repositories/bookings.ts'
import { keyOf } from '../../repositories/change-day.ts'
import { releaseTicks } from '../../repositories/ledger.ts'
import { withoutBooking } from '../../domain/capacity/day.ts'
import { occupancyOf } from '../../domain/capacity/occupancy.ts'
import type { OpenDay } from './on-day.ts'

/** Frees the places of holds whose time is over. What has become of each is read again: only a hold that is here may end. */
export async function letHoldsExpire(open: OpenDay): Promise<void> {
  const { holds } = occupancyOf(open.day)
  if (holds.length === 0) return
  const now = open.house.clock.instant()
  const over = holds.filter(hold => (hold.expiresAt as string) <= now)
  for (const { number } of over) {
    const hold = await recordOf(open, { number })
    if (hold.status === 'held' && keyOf(hold) === keyOf(open.turned)) await giveUpPlace(open, expired(hold, now))
  }
}

/** The record of a booking of an open day, as it is in this transaction. */
export async function recordOf(open: OpenDay, { number }: { readonly number: number }): Promise<BookingRecord> {
  return (await bookingByNumber(open.trx, number)) as BookingRecord
}

/** Writes a booking in a status that holds no place, and frees its place. */
export async function giveUpPlace(open: OpenDay, booking: BookingRecord): Promise<void> {
  if (isPromised(booking.status)) throw new TypeError(`a booking that is ${booking.status} keeps its place`)
  await updateBooking(open.trx, booking)
  await releaseTicks(open.trx, open.turned, booking)
  open.day = withoutBooking(open.day, booking.number, open.turned.page)
}

/** A hold whose time is over, or which nobody wants any more. @param now  an instant */
export function expired(hold: BookingRecord, now: string): BookingRecord {
  return { ...withoutExpiry(hold), status: 'expired', changedAt: now }
}

/** The same booking, no longer bound to end by itself. */
export function withoutExpiry(booking: BookingRecord): BookingRecord {
  const { expiresAt: _, ...rest } = booking
  return rest
}
