import type { Zone } from '../city.ts'
import type { Party } from '../booking/booking.ts'
import type { DayPlan } from '../capacity/day.ts'
import { weightIn } from '../capacity/stay.ts'
import { pathUp } from '../capacity/zone-tree.ts'
import type { Heads } from './room-heads.ts'

/** How many are in each zone now. A zone that is absent is empty. */
export type HeadCount = ReadonlyMap<string, Heads>

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

/**
 * The count after a party has changed its place.
 *
 * @param from  what it was counted for until now; empty if it was outside
 * @param to    what it counts for from now on; empty if it has gone
 */
export function moved(plan: DayPlan, heads: HeadCount, from: readonly Weight[], to: readonly Weight[]): HeadCount {
  const after = new Map(heads)
  for (const weight of to) put(after, weight.zoneId, headsIn(after, weight.zoneId), weight, 1)
  for (const weight of from) put(after, weight.zoneId, headsIn(after, weight.zoneId), weight, -1)
  return partsWithin(plan, after)
}

/**
 * The count after a zone was counted anew. The zones around it change by as many as it does; nobody can be in a part
 * without being in the whole, so what parts hold beyond a whole that was counted is taken from the fullest of them.
 */
export function recounted(plan: DayPlan, heads: HeadCount, zoneId: string, found: Heads): HeadCount {
  const before = headsIn(heads, zoneId)
  const more = { counted: found.counted - before.counted, bodies: found.bodies - before.bodies }
  const after = new Map(heads)
  for (const id of pathOf(plan, zoneId)) put(after, id, headsIn(after, id), more, 1)
  after.set(zoneId, found)
  return partsWithin(plan, after)
}

/** How many are in a zone. */
export function headsIn(heads: HeadCount, zoneId: string): Heads {
  return heads.get(zoneId) ?? { counted: 0, bodies: 0 }
}

function pathOf(plan: DayPlan, zoneId: string): string[] {
  return pathUp(new Map<string, Zone>(plan.zones.map(({ zone }) => [zone.id, zone])), zoneId)
}

function put(count: Map<string, Heads>, zoneId: string, before: Heads, change: Heads, times: 1 | -1): void {
  const bodies = Math.max(0, before.bodies + times * change.bodies)
  const counted = Math.min(bodies, Math.max(0, before.counted + times * change.counted))
  count.set(zoneId, { counted, bodies })
}

/** Root first, so that what is taken from a part is then taken from the parts of that part. */
function partsWithin(plan: DayPlan, count: Map<string, Heads>): HeadCount {
  for (const { zone } of plan.zones) {
    const parts = plan.zones.filter(each => each.zone.parentId === zone.id).map(each => each.zone.id)
    const inParts = () => parts.reduce((sum, id) => sum + headsIn(count, id).bodies, 0)
    for (let beyond = inParts() - headsIn(count, zone.id).bodies; beyond > 0; beyond -= 1) takeOne(count, fullest(count, parts))
  }
  return count
}

function takeOne(count: Map<string, Heads>, zoneId: string): void {
  put(count, zoneId, headsIn(count, zoneId), { counted: 1, bodies: 1 }, -1)
}

function fullest(count: HeadCount, zoneIds: readonly string[]): string {
  return zoneIds.reduce((most, id) => (headsIn(count, id).bodies > headsIn(count, most).bodies ? id : most))
}
