import { byId } from './zone-tree.ts'
import { byCodeUnit } from '../text-order.ts'
import type { City, Desk, DeskGroup } from '../city.ts'

export interface EligibleDesk {
  readonly id: string
  readonly officeId: string
  readonly zoneId: string
  readonly slotEveryMinutes: number
  /** How many services the desk does. */
  readonly services: number
}

const knownDesks = new WeakMap<City, Map<string, EligibleDesk[]>>()

/** Every visit asks for them, and they change with the city only. */
export function eligibleDesks(city: City, deskGroupIds: readonly string[], groundFloorOnly: boolean): EligibleDesk[] {
  const ofCity = knownDesks.get(city) ?? new Map<string, EligibleDesk[]>()
  knownDesks.set(city, ofCity)
  const key = `${groundFloorOnly ? 'ground' : 'any'} ${deskGroupIds.join(' ')}`
  const known = ofCity.get(key) ?? findDesks(city, deskGroupIds, groundFloorOnly)
  ofCity.set(key, known)
  return known
}

function findDesks(city: City, deskGroupIds: readonly string[], groundFloorOnly: boolean): EligibleDesk[] {
  const zones = byId(city.zones)
  const groups = city.deskGroups.filter(group => deskGroupIds.includes(group.id))
  return groups
    .flatMap(group => city.desks.filter(desk => desk.deskGroupId === group.id).map(desk => eligible(city, group, desk)))
    .filter(desk => !groundFloorOnly || zones.get(desk.zoneId)?.floor === 0)
    .toSorted((one, other) => one.services - other.services || byCodeUnit(one.id, other.id))
}

function eligible(city: City, group: DeskGroup, desk: Desk): EligibleDesk {
  const services = city.services.filter(service => service.deskGroupIds.includes(group.id)).length
  return { id: desk.id, officeId: desk.officeId, zoneId: desk.zoneId, slotEveryMinutes: group.slotEveryMinutes, services }
}
