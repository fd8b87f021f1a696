import { weekdayOf } from '../calendar.ts'
import { airings, emptiedToAir } from './airing.ts'
import { hoursOn } from './opening-hours.ts'
import { openingOf } from './opening-of.ts'
import { shiftsOn, staffedTicks } from './roster.ts'
import { rulesInForce, rulesOf, zonesReached } from './scope.ts'
import { zoneLimits } from './zone-limits.ts'
import { rootFirst, withParts } from './zone-tree.ts'
import type { OfficeDate, Span } from '../calendar.ts'
import type { City, Office, Zone } from '../city.ts'
import type { DayException, DayPlan, ProtectedHours } from './day.ts'
import type { Rule } from './occupancy-rule.ts'
import type { Emptied } from './zone-limits.ts'

/**
 * What an office may promise on a date: hours, shifts and limits by the rules in force and the day's exceptions.
 *
 * Rules about time and conduct hold for the whole office once their scope reaches any part of it (but `ventilation`
 * and `closed`, which hold zone by zone); of several of one kind the stricter wins.
 *
 * @throws {RuleNotEvaluable} if a rule needs an area or a capacity that is unknown
 * @throws {RangeError} if the city has no such office
 */
export function planOfDay(city: City, officeId: string, date: OfficeDate, exceptions: readonly DayException[]): DayPlan {
  const office = city.offices.find(candidate => candidate.id === officeId)
  if (!office) throw new RangeError(`no office ${officeId}`)

  const zones = rootFirst(city.zones, officeId)
  const rules = rulesInForce(city.rules, zones, date)
  const desks = city.desks.filter(desk => desk.officeId === officeId)
  const hours = hoursOn(city, office, date, rules, exceptions)
  const shifts = shiftsOn(date, desks, hours, exceptions)
  const emptied = [...emptiedToAir(rules, zones, hours), ...closedToday(exceptions)]
  const windows = rulesOf(rules, 'entry-window').map(rule => rule.demand)
  const earlyEntryMinutes = least(windows.map(window => window.earliestBeforeMinutes)) ?? 0
  const atDesks = staffedTicks(shifts.map(shift => ({ ...shift, span: sinceEarlyEntry(shift.span, earlyEntryMinutes) })))

  return {
    officeId,
    date,
    hours,
    zones: zones.map(zone => zoneLimits(zone, zones, rules, desks, atDesks, emptied)),
    shifts,
    earlyEntryMinutes,
    latestAfterMinutes: least(windows.map(window => window.latestAfterMinutes)) ?? city.policy.checkIn.lateToleranceMinutes,
    leavingMinutes: city.policy.leavingMinutes,
    turnoverMinutes: Math.max(0, ...rulesOf(rules, 'turnover').map(rule => rule.demand.minutes)),
    dwellCapMinutes: least(rulesOf(rules, 'dwell-cap').map(rule => rule.demand.minutes)),
    servicesOnly: servicesOnly(city, office, date, rules),
    appointmentOnly: (openingOf(office, date)?.appointmentOnly ?? false) || rulesOf(rules, 'appointment-only').length > 0,
    arrivals: rulesOf(rules, 'staggered-arrivals').map(({ id, demand }) => ({
      ruleId: id,
      atMost: demand.atMost,
      perMinutes: demand.perMinutes,
    })),
    protectedHours: protectedHours(rules, date),
    airing: airings(rules, zones, hours),
    closures: closures(rules, zones),
  }
}

/** A clerk is at the desk when the first party may come in: else a rule per staffed desk would keep out the first of the day. */
function sinceEarlyEntry(span: Span, earlyEntryMinutes: number): Span {
  return { from: Math.max(0, span.from - earlyEntryMinutes), to: span.to }
}

function closedToday(exceptions: readonly DayException[]): Emptied[] {
  return exceptions.flatMap(exception =>
    exception.kind === 'zone-closed' ? [{ zoneId: exception.zoneId, span: exception.span }] : [],
  )
}

/** Services served in person: those of the opening hours that every `purpose` rule allows; `undefined` where nothing narrows. */
function servicesOnly(city: City, office: Office, date: OfficeDate, rules: readonly Rule[]): Set<string> | undefined {
  const listed = openingOf(office, date)?.servicesOnly
  const purposes = rulesOf(rules, 'purpose')
  if (!listed && purposes.length === 0) return undefined

  const allowed = city.services.filter(
    ({ id, essentialArea }) =>
      (!listed || listed.includes(id)) &&
      purposes.every(({ demand }) => essentialArea !== undefined && demand.essentialAreas.includes(essentialArea)),
  )
  return new Set(allowed.map(service => service.id))
}

function protectedHours(rules: readonly Rule[], date: OfficeDate): ProtectedHours[] {
  return rulesOf(rules, 'protected-hours')
    .map(rule => rule.demand)
    .filter(demand => demand.weekdays.includes(weekdayOf(date)))
    .map(({ from, to, group, opensToAllHoursBefore }) => ({ span: { from, to }, group, opensToAllHoursBefore }))
}

/** Zones closed by a rule on them or on a zone around them, each with the services that every such rule excepts. */
function closures(rules: readonly Rule[], zones: readonly Zone[]): Map<string, ReadonlySet<string>> {
  const closed = new Map<string, ReadonlySet<string>>()
  for (const rule of rulesOf(rules, 'closed')) {
    const reached = [...zonesReached(rule.scope, zones)].flatMap(zoneId => [...withParts(zones, zoneId)])
    for (const zoneId of new Set(reached)) {
      const before = closed.get(zoneId)
      closed.set(zoneId, new Set(rule.demand.exceptServices.filter(serviceId => before?.has(serviceId) ?? true)))
    }
  }
  return closed
}

function least(numbers: readonly number[]): number | undefined {
  return numbers.length > 0 ? Math.min(...numbers) : undefined
}
