import type { City, Office } from '../city.ts'
import type { Service } from './service.ts'

/** The offices that have a desk group for a matter, in the city's order. */
export function officesOf(city: City, service: Service): Office[] {
  const officeIds = new Set(city.deskGroups.filter(group => service.deskGroupIds.includes(group.id)).map(group => group.officeId))
  return city.offices.filter(office => officeIds.has(office.id))
}
