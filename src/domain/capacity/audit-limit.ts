import { auditedOpening } from './audit-opening.ts'
import { around, rulesFor, zoneNamed } from './audit-rules.ts'
import type { Minute, OfficeDate } from '../calendar.ts'
import type { City, Desk, Zone } from '../city.ts'
import type { DayException } from './day.ts'
import type { HeadCountDemand, Rule } from './occupancy-rule.ts'

interface Audited {
  readonly city: City
  readonly officeId: string
  readonly date: OfficeDate
  readonly exceptions: readonly DayException[]
}

/** The audit's own reckoning of a zone's sanitary limit, minute by minute; `Infinity` where nothing limits. */
export function countedLimitAt(day: Audited, zoneId: string): (minute: Minute) => number {
  const zone = zoneNamed(day.city, zoneId)
  const rules = rulesFor(day, zone)
  const desks = day.city.desks.filter(desk => around(day.city, zoneNamed(day.city, desk.zoneId)).some(({ id }) => id === zoneId))
  const { staffedAt } = auditedOpening(day)
  const mustBeEmpty = emptiedAt(day, zoneId, rules)
  const early = earlyEntryOf(day)
  const isAtDesk = (desk: Desk, minute: Minute) => {
    for (let later = minute; later <= minute + early; later += 1) if (staffedAt(desk, later)) return true
    return false
  }

  return minute => {
    if (mustBeEmpty(minute)) return 0
    const staffed = desks.filter(desk => isAtDesk(desk, minute)).length
    return Math.min(Infinity, ...rules.map(rule => limitByRule(rule, zone, staffed, desks)))
  }
}

/** The audit's own reckoning of a zone's physical limit, minute by minute. */
export function bodiesLimitAt(day: Audited, zoneId: string): (minute: Minute) => number {
  const zone = zoneNamed(day.city, zoneId)
  const mustBeEmpty = emptiedAt(day, zoneId, rulesFor(day, zone))
  return minute => (mustBeEmpty(minute) ? 0 : (zone.fireCapacity ?? Infinity))
}

/** What one rule leaves to visitors of a zone with so many staffed desks; `Infinity` where it limits nothing. */
export function limitByRule({ demand, counting }: Rule, zone: Zone, staffed: number, desks: readonly Desk[]): number {
  const persons = headCount(demand as HeadCountDemand, zone, staffed, desks.length)
  return counting.staff ? Math.max(0, persons - staffed) : persons
}

function headCount(demand: HeadCountDemand | { kind: 'no-limit' }, zone: Zone, staffed: number, installed: number): number {
  const again = (part: HeadCountDemand | { kind: 'no-limit' }) => headCount(part, zone, staffed, installed)
  if (demand.kind === 'closed') return demand.exceptServices.length > 0 ? Infinity : 0
  if (demand.kind === 'absolute-cap') return demand.persons
  if (demand.kind === 'per-desk') return (demand.basis === 'installed' ? installed : staffed) * demand.personsPerDesk
  if (demand.kind === 'lesser-of') return Math.min(...demand.demands.map(again))
  if (demand.kind === 'greater-of') return Math.max(...demand.demands.map(again))
  if (demand.kind === 'fraction-of-capacity') {
    return down(((demand.base === 'design' ? zone.designCapacity : zone.fireCapacity) ?? 0) * demand.fraction)
  }
  if (demand.kind === 'area-per-person') {
    return Math.max(down((areaOf(zone, demand.basis) / demand.m2PerPerson) * demand.safetyFactor), demand.atLeast)
  }
  if (demand.kind === 'area-switch') return again(areaOf(zone, 'public') > demand.thresholdM2 ? demand.above : demand.below)
  if (demand.kind === 'area-bands') {
    let left = areaOf(zone, demand.basis)
    let begun = 0
    let persons = 0
    for (const band of demand.bands) {
      const part = Math.min(left, (band.upToM2 ?? Infinity) - begun)
      persons += down(part / band.m2PerPerson)
      left -= part
      begun += part
    }
    return persons
  }
  if (demand.kind === 'distance') {
    const perPerson = demand.metres * demand.metres * (demand.grid === 'square' ? 1 : 0.866)
    return down((areaOf(zone, 'public') * demand.usableFraction) / perPerson)
  }
  return Infinity
}

/** An unknown area counts as none: whoever is there is above the limit. */
function areaOf(zone: Zone, basis: 'gross' | 'public' | 'residual'): number {
  if (basis === 'gross') return zone.grossAreaM2 ?? 0
  return (basis === 'public' ? zone.publicAreaM2 : zone.residualAreaM2) ?? 0
}

function down(persons: number): number {
  return Math.floor(Number(persons.toFixed(9)))
}

/** Stretches in which a zone must be empty: breaks to air it, and closures of the day. */
function emptiedAt(day: Audited, zoneId: string, rules: readonly Rule[]): (minute: Minute) => boolean {
  const { openSince } = auditedOpening(day)
  return minute => {
    const isClosed = day.exceptions.some(
      exception =>
        exception.kind === 'zone-closed' &&
        exception.zoneId === zoneId &&
        exception.span.from <= minute &&
        minute < exception.span.to,
    )
    if (isClosed) return true
    return rules.some(({ demand }) => {
      if (demand.kind !== 'ventilation' || !demand.zoneMustBeEmpty) return false
      const since = openSince(minute)
      if (since === undefined || minute - since < demand.everyMinutes) return false
      return (minute - since) % demand.everyMinutes < demand.forMinutes
    })
  }
}

/** A clerk is there as early as the first party may come in. */
export function earlyEntryOf(day: Audited): number {
  const rules = day.city.zones.filter(zone => zone.officeId === day.officeId).flatMap(zone => rulesFor(day, zone))
  const windows = rules.flatMap(({ demand }) => (demand.kind === 'entry-window' ? [demand.earliestBeforeMinutes] : []))
  return windows.length > 0 ? Math.min(...windows) : 0
}
