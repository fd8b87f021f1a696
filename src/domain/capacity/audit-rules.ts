import type { OfficeDate } from '../calendar.ts'
import type { City, Zone } from '../city.ts'
import type { Rule } from './occupancy-rule.ts'

/** The audit's own reckoning of which rules hold for a zone on a date. */
export function rulesFor({ city, date }: { readonly city: City; readonly date: OfficeDate }, zone: Zone): Rule[] {
  return city.rules.filter(rule => {
    if (!rule.enabled || (rule.validFrom && date < rule.validFrom) || (rule.validTo && date > rule.validTo)) return false
    return (rule.scope.parts ? around(city, zone) : [zone]).some(candidate => names(rule, candidate))
  })
}

/** Whether a rule is about any part of an office. */
export function isAbout({ zones }: City, rule: Rule, officeId: string): boolean {
  return zones.some(zone => zone.officeId === officeId && names(rule, zone))
}

function names({ scope }: Rule, zone: Zone): boolean {
  const ofOffice = scope.offices === undefined || scope.offices.includes(zone.officeId)
  const ofZone = scope.zones === undefined || scope.zones.includes(zone.id)
  const ofKind = scope.zoneKinds === undefined || scope.zoneKinds.includes(zone.kind)
  const narrowed = scope.zones !== undefined || scope.zoneKinds !== undefined
  return ofOffice && ofZone && ofKind && (narrowed || zone.parentId === undefined)
}

/** A zone and those around it, up to the building. */
export function around(city: City, zone: Zone): Zone[] {
  const path = [zone]
  for (let at = zone.parentId; at !== undefined; at = path.at(-1)?.parentId) path.push(zoneNamed(city, at))
  return path
}

/** The zone of an id. @throws {RangeError} if the city has none */
export function zoneNamed(city: City, zoneId: string): Zone {
  const zone = city.zones.find(candidate => candidate.id === zoneId)
  if (!zone) throw new RangeError(`no zone ${zoneId}`)
  return zone
}
