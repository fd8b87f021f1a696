import { bookingByReference, type BookingRecord } from '../../repositories/bookings.ts'
import { giveUpPlace, withoutExpiry } from '../day/let-holds-expire.ts'
import { onDay } from '../day/on-day.ts'
import type { House } from '../house.ts'

/** Ends a hold before its time. Nothing happens if it is no hold any more. */
export async function giveBackHold(house: House, hold: Pick<BookingRecord, 'officeId' | 'date' | 'reference'>): Promise<void> {
  await onDay(house, hold, async open => {
    const standing = await bookingByReference(open.trx, hold.reference)
    if (standing?.status !== 'held') return
    await giveUpPlace(open, { ...withoutExpiry(standing), status: 'expired', changedAt: house.clock.instant() })
  })
}
