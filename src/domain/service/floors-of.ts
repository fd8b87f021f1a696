import type { City } from '../city.ts'
import { withId } from '../with-id.ts'
import type { Service } from './service.ts'

/** The floors of an office on which a matter has desks, lowest first, each once; 0 is the ground floor. */
export function floorsOf(city: City, service: Service, officeId: string): number[] {
  const floors = city.desks
    .filter(desk => desk.officeId === officeId && service.deskGroupIds.includes(desk.deskGroupId))
    .flatMap(desk => withId(city.zones, desk.zoneId)?.floor ?? [])
  return [...new Set(floors)].sort((one, other) => one - other)
}
