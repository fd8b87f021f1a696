import type { BookingPolicy, Channel, City } from '../city.ts'
import type { Party, VisitRequest } from '../booking/booking.ts'
import type { Refusal } from '../booking/refusal.ts'
import type { ProtectedGroup } from './occupancy-rule.ts'
import { withId } from '../with-id.ts'
import { eligibleDesks, type EligibleDesk } from './eligible-desks.ts'

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
  /** Those that could do it without the needs: an office without any does not do it at all. */
  readonly anyDesks: readonly EligibleDesk[]
  readonly policy: BookingPolicy
  /** Why it cannot be had anywhere, ever. */
  readonly refusal?: Refusal
}

/**
 * Resolves a wish: the service with its needs, for a party, by a channel.
 *
 * @throws {RangeError} if the city has no such service; unknown needs are ignored
 */
export function visitOf(city: City, asked: Pick<VisitRequest, 'serviceId' | 'party' | 'needs' | 'groups' | 'channel'>): Visit {
  const service = withId(city.services, asked.serviceId)
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
    anyDesks: eligibleDesks(city, service.deskGroupIds, false),
    policy: city.policy,
  }
  if (service.ways.appointment === 'not-needed') return { ...visit, refusal: { reason: 'no-appointment-needed' } }
  return persons > city.policy.largestParty ? { ...visit, refusal: { reason: 'party-too-large' } } : visit
}
