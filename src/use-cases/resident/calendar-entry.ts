import { calendarFile, type CalendarFile } from '../../messages/calendar-file.ts'
import { cityWithRetired } from '../../repositories/city-with-retired.ts'
import type { BookingRecord } from '../../repositories/bookings.ts'
import type { House } from '../house.ts'

/** A booking as a file for calendar programs. @param address of the booking's page, its secret included */
export async function calendarEntry(house: House, booking: BookingRecord, address: string): Promise<CalendarFile> {
  return calendarFile(await cityWithRetired(house.db), booking, address)
}
