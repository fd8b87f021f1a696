import type { Zone } from '../city.ts'
import type { Party } from '../booking/booking.ts'
import type { DayPlan } from '../capacity/day.ts'
import { weightIn } from '../capacity/stay.ts'
import { pathUp } from '../capacity/zone-tree.ts'
import type { Heads } from './room-heads.ts'

/** What somebody counts for in one zone. */
export interface Weight extends Heads {
  readonly zoneId: string
}

/** What a party counts for in a zone and in every zone around it, the zone itself first. */
export function weightsOnPath(plan: DayPlan, zoneId: string, party: Party): Weight[] {
  return pathOf(plan, zoneId).flatMap(id => {
    const limits = plan.zones.find(each => each.zone.id === id)
    return limits ? [{ zoneId: id, ...weightIn(limits, party) }] : []
  })
}

/** The same for people without a booking, of whom it is known how many count. */
export function headsOnPath(plan: DayPlan, zoneId: string, heads: Heads): Weight[] {
  return pathOf(plan, zoneId).map(id => ({ zoneId: id, ...heads }))
}

/** Ids of a zone and of every zone around it, the zone itself first. */
export function pathOf(plan: DayPlan, zoneId: string): string[] {
  return pathUp(new Map<string, Zone>(plan.zones.map(({ zone }) => [zone.id, zone])), zoneId)
}

/** What several parties count for in one zone together. */
export function sumIn(weights: readonly Weight[], zoneId: string): Heads {
  return weights
    .filter(weight => weight.zoneId === zoneId)
    .reduce((sum, each) => ({ counted: sum.counted + each.counted, bodies: sum.bodies + each.bodies }), {
      counted: 0,
      bodies: 0,
    })
}
