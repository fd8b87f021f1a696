import { newReference } from '../../domain/booking/reference.ts'
import { insertBooking, type BookingRecord } from '../../repositories/bookings.ts'
import type { OpenDay } from './on-day.ts'

/** A booking that has no number yet. */
export type Draft = Omit<BookingRecord, 'number'>

/** Writes a new booking. Its reference is drawn again while another booking has it: among a million, one in 27 thousand is. */
export async function writeNew(open: OpenDay, draft: Draft): Promise<BookingRecord> {
  const number = await insertBooking(open.trx, draft)
  if (number !== undefined) return { number, ...draft } // added behind, it would make a new kind of object of each booking
  return writeNew(open, { ...draft, reference: newReference(open.house.random) })
}
