import type { City } from '../../domain/city.ts'
import type { Moment } from '../../domain/calendar.ts'
import type { VisitRequest } from '../../domain/booking/booking.ts'
import { withId } from '../../domain/with-id.ts'
import { cityOf, lastCityOf } from '../../repositories/city.ts'
import { NotFound } from '../errors.ts'
import type { House } from '../house.ts'

/**
 * What the clock of the office shows that a request names. The city may be the one this process read last: whether it is
 * still in force shows when the day is opened.
 *
 * @throws {NotFound} if there is no such office or service
 */
export async function nowWhereAsked(house: House, asked: Asked): Promise<Moment> {
  const last = await lastCityOf(house.db)
  const city = missingIn(last, asked) === undefined ? last : await cityOf(house.db)
  const missing = missingIn(city, asked)
  if (missing !== undefined) throw new NotFound(missing)
  return house.clock.now(timeZoneOf(city, asked.officeId))
}

type Asked = Pick<VisitRequest, 'officeId' | 'serviceId'>

function missingIn(city: City, asked: Asked): 'office' | 'service' | undefined {
  if (!withId(city.offices, asked.officeId)) return 'office'
  return withId(city.services, asked.serviceId) ? undefined : 'service'
}

function timeZoneOf(city: City, officeId: string): string {
  return withId(city.offices, officeId)?.timeZone ?? city.organisation.timeZone
}
