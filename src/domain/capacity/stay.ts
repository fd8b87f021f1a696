import { legsTo } from './legs.ts'
import type { Minute, Span } from '../calendar.ts'
import type { Party } from '../booking/booking.ts'
import type { DayPlan, Stay, ZoneLimits } from './day.ts'

/**
 * Where and when a party served at a desk is in the building (capacity model, section 3): early in the waiting
 * zone, if the desk's zone has one, else in the zone itself; then in the zone until it has left; and in every
 * zone around those for as long as it is in any of them.
 *
 * @returns one stretch per zone, the desk's zone first, cut to the day
 */
export function presenceOf(plan: DayPlan, zoneId: string, start: Minute, end: Minute, party: Party): Stay[] {
  return staysAround(plan, zoneId, start, end)
    .map(({ limits, span }) => ({
      zoneId: limits.zone.id,
      from: withinDay(span.from),
      to: withinDay(span.to),
      ...weightIn(limits, party),
    }))
    .filter(stay => stay.from < stay.to)
}

/** What a party weighs in a zone: against the sanitary limit without exempt companions, against the physical one in full. */
export function weightIn(limits: ZoneLimits, party: Party): { counted: number; bodies: number } {
  const exempt = Object.entries(party.companions).reduce(
    (sum, [kind, persons]) => sum + Math.min(persons, limits.exempt.get(kind) ?? 0),
    0,
  )
  return { counted: Math.max(0, party.persons - exempt), bodies: party.persons }
}

/** The stretches of a stay, zone by zone, not cut to the day: the start may be 0 for a pattern that is moved later. */
export function staysAround(plan: DayPlan, zoneId: string, start: Minute, end: Minute): { limits: ZoneLimits; span: Span }[] {
  return legsTo(plan, zoneId).map(({ limits, early, served }) => ({
    limits,
    span: { from: early ? start - plan.earlyEntryMinutes : start, to: served ? end + plan.leavingMinutes : start },
  }))
}

function withinDay(minute: Minute): Minute {
  return Math.min(1440, Math.max(0, minute))
}
