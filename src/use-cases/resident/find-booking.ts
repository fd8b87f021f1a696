import { bookingByReference, type BookingRecord } from '../../repositories/bookings.ts'
import type { House } from '../house.ts'

/** The booking of a reference (without separator), whatever has become of it. Whoever asks must know its secret: the door checks that. */
export function findBooking(house: House, reference: string): Promise<BookingRecord | undefined> {
  return bookingByReference(house.db, reference)
}
