import { byId } from './zone-tree.ts'
import type { BookingPolicy, Channel, City, Desk, DeskGroup } from '../city.ts'
import type { Party, VisitRequest } from '../booking/booking.ts'
import type { Refusal } from '../booking/refusal.ts'
import type { ProtectedGroup } from './occupancy-rule.ts'

/** What a wish for a visit comes to, whatever the office and the date: minutes, desks that can do it, and the policy. */
export interface Visit {
  readonly serviceId: string
  /** Minutes at the desk: those of the service, and what the needs add. */
  readonly minutes: number
  /** As many persons as come, and no fewer than the matter takes. */
  readonly party: Party
  readonly groups: readonly ProtectedGroup[]
  readonly channel: Channel
  /** Working days that must lie between today and the visit, for what the needs take to arrange. */
  readonly noticeWorkingDays: number
  /** Desks of all offices that can do it, least versatile first, then by id. */
  readonly desks: readonly EligibleDesk[]
  readonly policy: BookingPolicy
  /** Why it cannot be had anywhere, ever. */
  readonly refusal?: Refusal
}

export interface EligibleDesk {
  readonly id: string
  readonly officeId: string
  readonly zoneId: string
  readonly slotEveryMinutes: number
  /** How many services the desk does. */
  readonly services: number
}

/**
 * Resolves a wish: the service with its needs, for a party, by a channel.
 *
 * @throws {RangeError} if the city has no such service; unknown needs are ignored
 */
export function visitOf(city: City, asked: Pick<VisitRequest, 'serviceId' | 'party' | 'needs' | 'groups' | 'channel'>): Visit {
  const service = city.services.find(candidate => candidate.id === asked.serviceId)
  if (!service) throw new RangeError(`no service ${asked.serviceId}`)

  const needs = city.needs.filter(need => asked.needs.includes(need.id))
  const persons = Math.max(asked.party.persons, service.personsAtLeast)
  const groundFloorOnly = needs.some(need => need.groundFloorOnly)
  const visit = {
    serviceId: service.id,
    minutes: needs.reduce((minutes, need) => minutes + need.extraMinutes, service.durationMinutes),
    party: { persons, companions: asked.party.companions },
    groups: asked.groups,
    channel: asked.channel,
    noticeWorkingDays: Math.max(0, ...needs.map(need => need.noticeWorkingDays)),
    desks: eligibleDesks(city, service.deskGroupIds, groundFloorOnly),
    policy: city.policy,
  }
  if (service.ways.appointment === 'not-needed') return { ...visit, refusal: { reason: 'no-appointment-needed' } }
  return persons > city.policy.largestParty ? { ...visit, refusal: { reason: 'party-too-large' } } : visit
}

const knownDesks = new WeakMap<City, Map<string, EligibleDesk[]>>()

/** Every visit asks for them, and they change with the city only. */
function eligibleDesks(city: City, deskGroupIds: readonly string[], groundFloorOnly: boolean): EligibleDesk[] {
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
    .toSorted((one, other) => one.services - other.services || compare(one.id, other.id))
}

function eligible(city: City, group: DeskGroup, desk: Desk): EligibleDesk {
  const services = city.services.filter(service => service.deskGroupIds.includes(group.id)).length
  return { id: desk.id, officeId: desk.officeId, zoneId: desk.zoneId, slotEveryMinutes: group.slotEveryMinutes, services }
}

/** Compares by code unit, so that the order of desks depends on no language. */
function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
