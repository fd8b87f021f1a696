import { isPromised } from '../../domain/booking/status.ts'
import { bookingByNumber, updateBooking, type BookingRecord } from '../../repositories/bookings.ts'
import { releaseTicks } from '../../repositories/ledger.ts'
import { withoutBooking } from '../../domain/capacity/day.ts'
import { occupancyOf } from '../../domain/capacity/occupancy.ts'
import type { OpenDay } from './on-day.ts'

/** Frees the places of holds whose time is over. */
export async function letHoldsExpire(open: OpenDay): Promise<void> {
  const { holds } = occupancyOf(open.day)
  if (holds.length === 0) return
  const now = open.house.clock.instant()
  const over = holds.filter(hold => (hold.expiresAt as string) <= now)
  for (const { number } of over) {
    const booking = (await bookingByNumber(open.trx, number)) as BookingRecord
    await giveUpPlace(open, { ...withoutExpiry(booking), status: 'expired', changedAt: now })
  }
}

/** Writes a booking in a status that holds no place, and frees its place. */
export async function giveUpPlace(open: OpenDay, booking: BookingRecord): Promise<void> {
  if (isPromised(booking.status)) throw new TypeError(`a booking that is ${booking.status} keeps its place`)
  await updateBooking(open.trx, booking)
  await releaseTicks(open.trx, open.turned, booking)
  open.day = withoutBooking(open.day, booking.number, open.turned.page)
}

/** The same booking, no longer bound to end by itself. */
export function withoutExpiry(booking: BookingRecord): BookingRecord {
  const { expiresAt: _, ...rest } = booking
  return rest
}
