import type { OfficeChange } from '../../domain/booking/office-change.ts'
import { bookingByReference, type BookingRecord } from '../../repositories/bookings.ts'
import { acceptOfficeChange, officeChangeOf } from '../../repositories/office-changes.ts'
import { NotFound } from '../errors.ts'
import type { House } from '../house.ts'

/** Notes that a resident keeps the time to which the office has moved the visit. Nobody has to say so. @throws {NotFound} */
export async function keepNewTime(house: House, reference: string): Promise<void> {
  const booking = await bookingByReference(house.db, reference)
  if (!booking) throw new NotFound('booking')
  await acceptOfficeChange(house.db, booking, house.clock.instant())
}

/** What the office has done to a booking, if that is how it stands now. */
export function changeByOffice(
  house: House,
  booking: Pick<BookingRecord, 'number' | 'revision'>,
): Promise<OfficeChange | undefined> {
  return officeChangeOf(house.db, booking)
}
