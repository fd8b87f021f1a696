import { tickMinutes, type Minute } from '../calendar.ts'
import type { Zone } from '../city.ts'
import type { Party } from '../booking/booking.ts'
import type { PresentStatus } from '../booking/transitions.ts'
import { unlimited, type DayPlan, type ZoneLimits } from '../capacity/day.ts'
import { weightIn } from '../capacity/stay.ts'
import { pathUp } from '../capacity/zone-tree.ts'

/** A party that is at the office. */
export interface PresentParty {
  readonly bookingNumber: number
  readonly party: Party
  readonly status: PresentStatus
  /** The zone of the desk that called it, or at which it is promised to be served. */
  readonly zoneId: string
  readonly start: Minute
}

/** How many are in a zone, by both ways to count. */
export interface Heads {
  readonly counted: number
  readonly bodies: number
}

/** A zone that has no room for one party more, and what says so. */
export interface FullZone {
  readonly zoneId: string
  /** Absent where the fire capacity binds, or a closure of the day. */
  readonly ruleId?: string
  readonly limit: number
  readonly inside: number
}

/** Who is where now, as far as desks and check-in know: by zone, root first. */
export function headsNow(plan: DayPlan, present: readonly PresentParty[], now: Minute): ReadonlyMap<string, Heads> {
  return new Map(plan.zones.map(limits => [limits.zone.id, headsIn(plan, limits, present, now)]))
}

/**
 * The zone that would hold more people than its limit if a party were called into a desk's zone now; `undefined` if
 * there is room. Whoever may be in a zone already takes no more of it, unless those called and served alone leave no
 * room: then they have not come in. When the last desk has closed, those who came in before are served on, and a party
 * larger than the clerks who have stayed would allow is called once the zone is empty: else it would never be. Nobody is
 * called into a zone that is aired or closed for a while.
 *
 * @param inFact  the plan with the desks that are staffed in fact
 */
export function fullZoneFor(
  plan: DayPlan,
  present: readonly PresentParty[],
  called: PresentParty,
  zoneId: string,
  now: Minute,
  inFact: DayPlan = plan,
): FullZone | undefined {
  const others = present.filter(each => each.bookingNumber !== called.bookingNumber)
  const already = zonesOf(plan, called, now)
  const path = pathUp(zonesById(plan), zoneId)
  for (const limits of inFact.zones.filter(each => path.includes(each.zone.id))) {
    const mayBeIn = already.includes(limits.zone.id)
    const inside = mayBeIn ? others.filter(each => each.status !== 'arrived') : others
    const full = fullness(limits, headsIn(plan, limits, inside, now), weightIn(limits, called.party), now)
    if (full && !isServedOn(plan, limits, full, mayBeIn, now)) return full
  }
  return undefined
}

/**
 * The zones in which a party is now. Called or served: the desk's. Waiting: the waiting zone, if there is one, else the
 * desk's zone where people may come in early; before that, and where nobody comes in early, outdoors.
 */
export function zonesOf(plan: DayPlan, present: PresentParty, now: Minute): string[] {
  const zones = zonesById(plan)
  if (present.status !== 'arrived') return pathUp(zones, present.zoneId)

  const waitingZoneId = zones.get(present.zoneId)?.waitingZoneId
  const comesIn = plan.earlyEntryMinutes > 0 && now >= present.start - plan.earlyEntryMinutes
  return comesIn ? pathUp(zones, waitingZoneId ?? present.zoneId) : []
}

/** By the plan the desks of the zone have closed: whoever came before is called all the same, a large party to an empty zone. */
function isServedOn(plan: DayPlan, inFact: ZoneLimits, full: FullZone, mayBeIn: boolean, now: Minute): boolean {
  const planned = plan.zones.find(each => each.zone.id === full.zoneId)
  if (!planned || isEmptied(planned, now)) return false
  const [limit, hasClosed] = [countedLimit(inFact, now), countedLimit(planned, now) === 0]
  return hasClosed && full.limit === limit && (mayBeIn || (limit > 0 && full.inside === 0))
}

/** Whether a zone is aired, or closed for a while: nobody may be in it, whoever is at its desks. */
export function isEmptied(limits: ZoneLimits, now: Minute): boolean {
  return countedLimit(limits, now) === 0 && (limits.bodies[Math.floor(now / tickMinutes)] ?? unlimited) === 0
}

function countedLimit({ counted }: ZoneLimits, now: Minute): number {
  return counted[Math.floor(now / tickMinutes)] ?? unlimited
}

function headsIn(plan: DayPlan, limits: ZoneLimits, present: readonly PresentParty[], now: Minute): Heads {
  const here = present.filter(each => zonesOf(plan, each, now).includes(limits.zone.id))
  return here
    .map(each => weightIn(limits, each.party))
    .reduce((sum, weight) => ({ counted: sum.counted + weight.counted, bodies: sum.bodies + weight.bodies }), nobody)
}

const nobody: Heads = { counted: 0, bodies: 0 }

function fullness(limits: ZoneLimits, inside: Heads, added: Heads, now: Minute): FullZone | undefined {
  const tick = Math.floor(now / tickMinutes)
  const counted = countedLimit(limits, now)
  const bodies = limits.bodies[tick] ?? unlimited
  const ruleId = limits.bindingRuleIds[tick]
  if (added.counted > 0 && inside.counted + added.counted > counted)
    return { zoneId: limits.zone.id, limit: counted, inside: inside.counted, ...(ruleId !== undefined && { ruleId }) }
  if (added.bodies > 0 && inside.bodies + added.bodies > bodies)
    return { zoneId: limits.zone.id, limit: bodies, inside: inside.bodies }
  return undefined
}

const known = new WeakMap<DayPlan, ReadonlyMap<string, Zone>>()

function zonesById(plan: DayPlan): ReadonlyMap<string, Zone> {
  const zones = known.get(plan) ?? new Map(plan.zones.map(({ zone }) => [zone.id, zone]))
  known.set(plan, zones)
  return zones
}
