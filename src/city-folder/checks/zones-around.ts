import type { Zone } from '../../domain/city.ts'

/** Whether a zone would be inside itself. */
export function isInCircle(zone: Zone, zones: ReadonlyMap<string, Zone>): boolean {
  return around(zone, zones).includes(zone.id)
}

/** Whether a zone is another one, or lies in it. */
export function isInside(zone: Zone, outerId: string, zones: ReadonlyMap<string, Zone>): boolean {
  return zone.id === outerId || around(zone, zones).includes(outerId)
}

/** Ids of the zones around a zone, the nearest first; each once, even if they go round in a circle. */
function around(zone: Zone, zones: ReadonlyMap<string, Zone>): string[] {
  const ids: string[] = []
  for (let id = zone.parentId; id !== undefined && !ids.includes(id); id = zones.get(id)?.parentId) ids.push(id)
  return ids
}
