import { bookingByReference, type BookingRecord } from '../../repositories/bookings.ts'
import { keyOf } from '../../repositories/change-day.ts'
import { expired, giveUpPlace } from '../day/let-holds-expire.ts'
import { onDay, type OpenDay } from '../day/on-day.ts'
import type { House } from '../house.ts'

type Hold = Pick<BookingRecord, 'officeId' | 'date' | 'reference'>

/** Ends a hold before its time. Nothing happens if it is no hold any more. */
export async function giveBackHold(house: House, hold: Hold): Promise<void> {
  await onDay(house, hold, open => giveBack(open, hold))
}

/** The same on its day, which is open already. Nothing happens either if it was moved to another day meanwhile. */
export async function giveBack(open: OpenDay, hold: Hold): Promise<void> {
  const standing = await bookingByReference(open.trx, hold.reference)
  if (standing?.status !== 'held' || keyOf(standing) !== keyOf(hold)) return
  await giveUpPlace(open, expired(standing, open.house.clock.instant()))
}
