import { withBooking } from '../../domain/capacity/day.ts'
import { updateBooking, type BookingRecord } from '../../repositories/bookings.ts'
import { claimTicks, LedgerRefused } from '../../repositories/ledger.ts'
import { BookingRefused } from '../errors.ts'
import type { OpenDay } from './on-day.ts'
import { writeNew, type Draft } from './write-new.ts'

/** Writes a new booking and takes its place in the ledger. @throws {BookingRefused} if the ledger does not hold it. */
export async function takePlace(open: OpenDay, draft: Draft): Promise<BookingRecord> {
  const booking = await writeNew(open, draft)
  await claim(open, booking)
  return booking
}

/** Writes a booking that exists and takes its place in the ledger of this day. @throws {BookingRefused} likewise. */
export async function takePlaceAgain(open: OpenDay, booking: BookingRecord): Promise<BookingRecord> {
  await updateBooking(open.trx, booking)
  await claim(open, booking)
  return booking
}

async function claim(open: OpenDay, booking: BookingRecord) {
  try {
    await claimTicks(open.trx, open.turned, booking)
  } catch (error) {
    if (error instanceof LedgerRefused) throw new BookingRefused({ reason: 'no-desk' })
    throw error
  }
  open.day = withBooking(open.day, booking, open.turned.page)
}
