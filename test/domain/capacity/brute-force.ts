import { countedLimitAt, bodiesLimitAt } from '../../../src/domain/capacity/audit-limit.ts'
import { auditedOpening } from '../../../src/domain/capacity/audit-opening.ts'
import { opensAt } from '../../../src/domain/booking/release.ts'
import { daysBetween, isInForce, weekdayOf } from '../../../src/domain/calendar.ts'
import type { Booking, Party, VisitRequest } from '../../../src/domain/booking/booking.ts'
import type { DayException } from '../../../src/domain/capacity/day.ts'
import type { Demand, Rule } from '../../../src/domain/capacity/occupancy-rule.ts'
import type { Moment } from '../../../src/domain/calendar.ts'
import type { City, Desk, Zone } from '../../../src/domain/city.ts'

/** The office `CA` of a city on one date, as the slow model sees it. */
export interface World {
  readonly city: City
  readonly officeId: string
  readonly date: string
  readonly exceptions: readonly DayException[]
}

/**
 * Whether a visit may start, found the slow way: every desk is tried, and every minute of the stay is looked at. It
 * knows only the audit's reckoning of limits and hours, and nothing of plans, ticks or passages.
 */
export function isFree(world: World, bookings: readonly Booking[], asked: VisitRequest, now: Moment): boolean {
  const { city, date } = world
  const service = city.services.find(({ id }) => id === asked.serviceId)
  const rules = city.rules.filter(rule => rule.enabled && isInForce(rule, date) && reaches(world, rule))
  const needs = city.needs.filter(({ id }) => asked.needs.includes(id))
  const ahead = daysBetween(now.date, date) * 1440 + asked.start - now.minute
  if (!service || service.ways.appointment === 'not-needed') return false

  const persons = Math.max(asked.party.persons, service.personsAtLeast)
  const minutes = service.durationMinutes + needs.reduce((sum, need) => sum + need.extraMinutes, 0)
  if (persons > city.policy.largestParty) return false
  if (ahead < 0 || ahead < city.policy.leadMinutes[asked.channel]) return false
  if (daysBetween(now.date, date) > city.policy.horizonDays) return false
  if (demands(rules, 'dwell-cap').some(cap => minutes > cap.minutes)) return false
  if (demands(rules, 'purpose').some(purpose => !purpose.essentialAreas.includes(service.essentialArea ?? -1))) return false
  if (isCrowdedAtTheDoor(world, rules, bookings, asked.start)) return false

  const end = asked.start + minutes
  const deskUntil = end + Math.max(0, ...demands(rules, 'turnover').map(turnover => turnover.minutes))
  if (isKept(demands(rules, 'protected-hours'), asked, deskUntil, ahead)) return false
  return city.desks.some(desk => {
    if (!service.deskGroupIds.includes(desk.deskGroupId)) return false
    if (needs.some(need => need.groundFloorOnly) && zoneOf(city, desk.zoneId).floor !== 0) return false
    if (isClosed(world, rules, desk, asked.serviceId)) return false
    if (!isOnGrid(world, desk, asked.start) || isAired(world, rules, desk, asked.start)) return false
    if (!isOpenTo(world, desk, asked, deskUntil, ahead)) return false
    if (daysBetween(now.date, date) === city.policy.horizonDays) {
      if (opensAt(city.policy, world.officeId, date, desk.id, asked.start) > now.minute) return false
    }
    if (!isDeskFree(world, bookings, desk, asked.start, deskUntil)) return false
    return hasRoom(world, rules, bookings, desk, asked.start, end, { ...asked.party, persons })
  })
}

function demands<K extends Demand['kind']>(rules: readonly Rule[], kind: K): Extract<Demand, { kind: K }>[] {
  return rules.map(rule => rule.demand).filter((demand): demand is Extract<Demand, { kind: K }> => demand.kind === kind)
}

function isKept(
  kept: Extract<Demand, { kind: 'protected-hours' }>[],
  asked: VisitRequest,
  until: number,
  ahead: number,
): boolean {
  for (let minute = asked.start; minute < until; minute += 1) {
    const here = kept.filter(hours => hours.from <= minute && minute < hours.to && hours.weekdays.includes(weekdayOf(asked.date)))
    const still = here.filter(hours => ahead + Math.max(0, hours.from - asked.start) > hours.opensToAllHoursBefore * 60)
    if (still.length > 0 && !here.some(hours => asked.groups.includes(hours.group))) return true
  }
  return false
}

function isCrowdedAtTheDoor(world: World, rules: readonly Rule[], bookings: readonly Booking[], start: number): boolean {
  const [mine, ...others] = [start, ...bookings.map(booking => booking.start)].map(one => Math.max(0, one - early(rules)))
  return demands(rules, 'staggered-arrivals').some(({ atMost, perMinutes }) => {
    for (let from = mine! - perMinutes + 1; from <= mine!; from += 1) {
      if (others.filter(other => from <= other && other < from + perMinutes).length >= atMost) return true
    }
    return false
  })
}

function early(rules: readonly Rule[]): number {
  const windows = demands(rules, 'entry-window').map(window => window.earliestBeforeMinutes)
  return windows.length === 0 ? 0 : Math.min(...windows)
}

function isClosed({ city }: World, rules: readonly Rule[], desk: Desk, serviceId: string): boolean {
  const closing = rules.filter(({ demand }) => demand.kind === 'closed' && !demand.exceptServices.includes(serviceId))
  const waiting = zoneOf(city, desk.zoneId).waitingZoneId ?? desk.zoneId
  return closing.some(rule => [desk.zoneId, waiting].some(id => path(city, id).some(zone => isNamed(city, rule, zone))))
}

function isOnGrid(world: World, desk: Desk, start: number): boolean {
  const since = auditedOpening(world).openSince(start)
  const grid = world.city.deskGroups.find(({ id }) => id === desk.deskGroupId)?.slotEveryMinutes ?? 5
  return since !== undefined && (start - since) % grid === 0
}

function isAired(world: World, rules: readonly Rule[], desk: Desk, start: number): boolean {
  const since = auditedOpening(world).openSince(start) ?? start
  return rules.some(rule => {
    if (rule.demand.kind !== 'ventilation' || start - since < rule.demand.everyMinutes) return false
    if (!path(world.city, desk.zoneId).some(zone => isNamed(world.city, rule, zone))) return false
    return (start - since) % rule.demand.everyMinutes < rule.demand.forMinutes
  })
}

function isOpenTo(world: World, desk: Desk, asked: VisitRequest, until: number, ahead: number): boolean {
  const rostered = desk.roster
    .filter(entry => isInForce(entry, world.date) && entry.weekdays.includes(weekdayOf(world.date)))
    .map(entry => ({ ...entry, span: entry.span ?? { from: 0, to: 1440 } }))
  const added = world.exceptions.flatMap(one => (one.kind === 'desk-staffed' && one.shift.deskId === desk.id ? [one.shift] : []))
  for (let minute = asked.start; minute < until; minute += 5) {
    const mayClaim = [...rostered, ...added].some(
      ({ span, channels, opensToAllHoursBefore = -1 }) =>
        span.from <= minute &&
        minute < span.to &&
        (channels.includes(asked.channel) || ahead + Math.max(0, span.from - asked.start) <= opensToAllHoursBefore * 60),
    )
    if (!mayClaim) return false
  }
  return true
}

function isDeskFree(world: World, bookings: readonly Booking[], desk: Desk, from: number, to: number): boolean {
  const { staffedAt } = auditedOpening(world)
  const own = bookings.filter(booking => booking.deskId === desk.id)
  for (let minute = from; minute < to; minute += 1) {
    if (!staffedAt(desk, minute) || own.some(({ start, deskUntil }) => start <= minute && minute < deskUntil)) return false
  }
  return true
}

function hasRoom(
  world: World,
  rules: Rule[],
  bookings: readonly Booking[],
  desk: Desk,
  start: number,
  end: number,
  party: Party,
) {
  const { city } = world
  const waiting = zoneOf(city, desk.zoneId).waitingZoneId ?? desk.zoneId
  return city.zones.every(zone => {
    const inWaiting = path(city, waiting).includes(zone)
    const inServing = path(city, desk.zoneId).includes(zone)
    const counted = countedLimitAt(world, zone.id)
    const bodies = bodiesLimitAt(world, zone.id)
    const weight = party.persons - exemptIn(world, rules, zone, party)
    for (let minute = Math.max(0, start - early(rules)); minute < Math.min(1440, end + city.policy.leavingMinutes); minute += 1) {
      if (!(minute < start ? inWaiting : inServing)) continue
      const here = bookings.flatMap(booking =>
        booking.presence.filter(stay => stay.zoneId === zone.id && stay.from <= minute && minute < stay.to),
      )
      if (weight > 0 && here.reduce((sum, stay) => sum + stay.counted, weight) > counted(minute)) return false
      if (here.reduce((sum, stay) => sum + stay.bodies, party.persons) > bodies(minute)) return false
    }
    return true
  })
}

const headCounts = [
  'absolute-cap',
  'per-desk',
  'area-per-person',
  'area-switch',
  'area-bands',
  'fraction-of-capacity',
  'distance',
]

function exemptIn({ city }: World, rules: readonly Rule[], zone: Zone, party: Party): number {
  const here = rules.filter(
    ({ demand, ...rule }) =>
      (headCounts.includes(demand.kind) || (demand.kind === 'closed' && demand.exceptServices.length === 0)) &&
      isNamed(city, { demand, ...rule }, zone),
  )
  if (here.length === 0) return 0
  return Object.entries(party.companions).reduce((sum, [kind, companions]) => {
    const allowed = here.map(({ counting }) => {
      const entry = counting.exempt.find(exempt => exempt.kind === kind)
      return entry ? (entry.atMost ?? Infinity) : 0
    })
    return sum + Math.min(companions, ...allowed)
  }, 0)
}

function reaches({ city, officeId }: World, rule: Rule): boolean {
  return city.zones.some(zone => zone.officeId === officeId && isNamed(city, rule, zone))
}

function isNamed(city: City, { scope }: Rule, zone: Zone): boolean {
  return (scope.parts ? path(city, zone.id) : [zone]).some(one => {
    if (scope.offices && !scope.offices.includes(one.officeId)) return false
    if (!scope.zones && !scope.zoneKinds) return one.parentId === undefined
    return (scope.zones ?? [one.id]).includes(one.id) && (scope.zoneKinds ?? [one.kind]).includes(one.kind)
  })
}

function zoneOf(city: City, zoneId: string): Zone {
  return city.zones.find(zone => zone.id === zoneId) as Zone
}

function path(city: City, zoneId: string): Zone[] {
  const zone = zoneOf(city, zoneId)
  return zone.parentId === undefined ? [zone] : [zone, ...path(city, zone.parentId)]
}
