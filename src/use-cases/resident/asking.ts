import type { City } from '../../domain/city.ts'
import type { Moment } from '../../domain/calendar.ts'
import type { VisitRequest } from '../../domain/booking/booking.ts'
import { visitOf, type Visit } from '../../domain/capacity/visit.ts'
import { cityOf } from '../../repositories/city.ts'
import { NotFound } from '../errors.ts'
import type { House } from '../house.ts'

/** What a resident asks for, with everything the city knows of it. */
export interface Asking {
  readonly city: City
  readonly visit: Visit
  /** By the office's clock. */
  readonly now: Moment
}

/** Looks up the service and the office of a request. @throws {NotFound} */
export async function asking(house: House, request: Omit<VisitRequest, 'date' | 'start'>): Promise<Asking> {
  const city = await cityOf(house.db)
  const office = city.offices.find(each => each.id === request.officeId)
  if (!office) throw new NotFound('office')
  if (!city.services.some(each => each.id === request.serviceId)) throw new NotFound('service')
  return { city, visit: visitOf(city, request), now: house.clock.now(office.timeZone) }
}
