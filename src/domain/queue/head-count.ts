import type { DayPlan } from '../capacity/day.ts'
import type { Heads } from './room-heads.ts'
import { pathOf, type Weight } from './weight-on-path.ts'
import { headsIn, put, partsWithin, type HeadCount } from './zone-heads.ts'

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
