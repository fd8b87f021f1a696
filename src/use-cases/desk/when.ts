import type { Moment, OfficeDate } from '../../domain/calendar.ts'
import type { City } from '../../domain/city.ts'
import { NotFound } from '../errors.ts'

/** The time zone of an office. @throws {NotFound} */
export function timeZoneOf(city: City, officeId: string): string {
  const office = city.offices.find(each => each.id === officeId)
  if (!office) throw new NotFound('office')
  return office.timeZone
}

/** A moment as a minute of a date: 0 before it, 1440 after it. */
export function minuteIn(date: OfficeDate, now: Moment): number {
  if (now.date === date) return now.minute
  return now.date < date ? 0 : 1440
}
