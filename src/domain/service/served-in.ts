import { datesFrom, type OfficeDate } from '../calendar.ts'
import type { City, Office } from '../city.ts'
import { admissionOf } from './admission.ts'
import type { Service } from './service.ts'

/**
 * Whether an office serves a matter in person on some date from one to another, both included, by the opening hours and the
 * rules of its stretches of dates; single days may still be closed.
 */
export function isServedIn(city: City, service: Service, office: Office, from: OfficeDate, to: OfficeDate): boolean {
  return datesFrom(from, to).some(date => admissionOf(city, service, office, date) !== 'not-served')
}
