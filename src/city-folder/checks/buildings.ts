import type { Zone } from '../../domain/city.ts'
import type { Entry } from '../entries.ts'
import type { Problem } from '../problem.ts'
import type { Written } from '../written.ts'
import { isInCircle, isInside } from './zones-around.ts'

/** Zones that form no tree with a building as its root, and desks that do not stand in their office. */
export function buildingProblems(written: Written): Problem[] {
  const zones = new Map(written.zones.sound.map(({ value }) => [value.id, value]))
  return [
    ...written.offices.sound.flatMap(entry => {
      if (written.zones.problems.length > 0) return []
      const buildings = [...zones.values()].filter(zone => zone.officeId === entry.value.id && zone.kind === 'building')
      if (buildings.length === 1) return []
      const said = buildings.length === 0 ? 'has no building' : `has ${buildings.length} buildings`
      return [entry.problem(['id'], `this office ${said} in zones.yaml; it needs exactly one`)]
    }),
    ...written.zones.sound.flatMap(entry => [...placeProblems(entry, zones), ...waitingProblems(entry, zones)]),
    ...written.deskGroups.sound.flatMap(entry => {
      const zone = zones.get(entry.value.zoneId)
      const elsewhere = zone && zone.officeId !== entry.value.group.officeId
      return elsewhere ? [entry.problem(['zone'], `zone ${zone.id} is in office ${zone.officeId}, not here`)] : []
    }),
  ]
}

function placeProblems(entry: Entry<Zone>, zones: ReadonlyMap<string, Zone>): Problem[] {
  const zone = entry.value
  const around = zones.get(zone.parentId ?? '')
  if (zone.kind === 'building') return zone.parentId ? [entry.problem(['inside'], 'a building is not inside another zone')] : []
  if (!zone.parentId) return [entry.problem([], 'inside is missing: only a building stands by itself')]
  if (around && around.officeId !== zone.officeId)
    return [entry.problem(['inside'], `zone ${around.id} is in office ${around.officeId}, not here`)]
  return isInCircle(zone, zones) ? [entry.problem(['inside'], 'this zone would be inside itself')] : []
}

function waitingProblems(entry: Entry<Zone>, zones: ReadonlyMap<string, Zone>): Problem[] {
  const waiting = zones.get(entry.value.waitingZoneId ?? '')
  if (!waiting) return []
  if (waiting.officeId !== entry.value.officeId)
    return [entry.problem(['waits-in'], `zone ${waiting.id} is in office ${waiting.officeId}, not here`)]
  if (!isInside(waiting, entry.value.id, zones) && !isInside(entry.value, waiting.id, zones)) return []
  const said = `those who wait in zone ${waiting.id} would be counted in zone ${entry.value.id} too`
  return [entry.problem(['waits-in'], `${said}; put the two beside each other`)]
}
