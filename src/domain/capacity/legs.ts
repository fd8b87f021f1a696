import { pathUp } from './zone-tree.ts'
import type { Zone } from '../city.ts'
import type { DayPlan, ZoneLimits } from './day.ts'

/** One zone in which a party is on its way to a desk and at it. */
export interface Leg {
  readonly limits: ZoneLimits
  /** Whether it is there before its start. */
  readonly early: boolean
  /** Whether it is there from its start on, until it has left. */
  readonly served: boolean
}

const knownLegs = new WeakMap<DayPlan, Map<string, readonly Leg[]>>()

/** The zones in which a party is that is served at desks of a zone, that zone first. Every visit asks, and a plan stays as it is. */
export function legsTo(plan: DayPlan, zoneId: string): readonly Leg[] {
  const ofPlan = knownLegs.get(plan) ?? new Map<string, readonly Leg[]>()
  knownLegs.set(plan, ofPlan)
  const legs = ofPlan.get(zoneId) ?? findLegs(plan, zoneId)
  ofPlan.set(zoneId, legs)
  return legs
}

function findLegs(plan: DayPlan, zoneId: string): Leg[] {
  const zones = new Map<string, Zone>(plan.zones.map(({ zone }) => [zone.id, zone]))
  const served = pathUp(zones, zoneId)
  const early = pathUp(zones, zones.get(zoneId)?.waitingZoneId ?? zoneId)
  return [...new Set([...served, ...early])].flatMap(id => {
    const limits = plan.zones.find(candidate => candidate.zone.id === id)
    return limits ? [{ limits, early: early.includes(id), served: served.includes(id) }] : []
  })
}
