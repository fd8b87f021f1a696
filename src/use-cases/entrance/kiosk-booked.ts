import { bookingByNumber, type BookingRecord } from '../../repositories/bookings.ts'
import { NotFound } from '../errors.ts'
import type { House } from '../house.ts'

/** The visit of a number, as a kiosk has booked it. @throws {NotFound} */
export async function findVisitBooked(house: House, bookingNumber: number): Promise<BookingRecord> {
  const booking = await bookingByNumber(house.db, bookingNumber)
  if (!booking) throw new NotFound('booking')
  return booking
}
