import { isPromised } from '../../domain/booking/status.ts'
import { withBooking, withoutBooking } from '../../domain/capacity/day.ts'
import { updateBooking, type BookingRecord } from '../../repositories/bookings.ts'
import { LedgerRefused, releaseTicks } from '../../repositories/ledger.ts'
import { moveTicks } from '../../repositories/seat-changes.ts'
import type { OpenDay } from '../day/on-day.ts'
import { takePlaceAgain } from '../day/take-place.ts'
import { BookingRefused } from '../errors.ts'

/**
 * Writes what has become of a booking, and lets the ledger follow: its place is taken, kept, moved or given up as its
 * status says.
 *
 * @throws {BookingRefused} if the place it should have now is not free
 */
export async function writeBooking(open: OpenDay, before: BookingRecord, after: BookingRecord): Promise<void> {
  if (!isPromised(before.status) && !isPromised(after.status)) return updateBooking(open.trx, after)
  if (!isPromised(before.status)) return void (await takePlaceAgain(open, after))

  await updateBooking(open.trx, after)
  if (!isPromised(after.status)) {
    // The place that it had, which need not be the one it is written with.
    await releaseTicks(open.trx, open.turned, before)
    open.day = withoutBooking(open.day, before.number, open.turned.page)
    return
  }
  try {
    await moveTicks(open.trx, open.turned, before, after)
  } catch (error) {
    if (error instanceof LedgerRefused) throw new BookingRefused({ reason: 'no-desk' })
    throw error
  }
  open.day = withBooking(withoutBooking(open.day, after.number, open.turned.page), after, open.turned.page)
}
