import type { Zone } from '../city.ts'

/** The zones of one office, root first, each after the zone it is part of. */
export function rootFirst(zones: readonly Zone[], officeId: string): Zone[] {
  const own = zones.filter(zone => zone.officeId === officeId)
  const withParts = (zone: Zone): Zone[] => [zone, ...own.filter(part => part.parentId === zone.id).flatMap(withParts)]
  return own.filter(zone => zone.parentId === undefined).flatMap(withParts)
}

/** Ids of a zone and of every zone around it, itself first and the building last; empty for an unknown zone. */
export function pathUp(zones: ReadonlyMap<string, Zone>, zoneId: string | undefined): string[] {
  const zone = zoneId === undefined ? undefined : zones.get(zoneId)
  return zone ? [zone.id, ...pathUp(zones, zone.parentId)] : []
}

/** Zones by id. */
export function byId(zones: readonly Zone[]): ReadonlyMap<string, Zone> {
  return new Map(zones.map(zone => [zone.id, zone]))
}

/** A zone's own id and the ids of all zones inside it, out of one office's zones. */
export function withParts(zones: readonly Zone[], zoneId: string): Set<string> {
  const parts = zones.filter(zone => zone.parentId === zoneId)
  return new Set([zoneId, ...parts.flatMap(part => [...withParts(zones, part.id)])])
}
