import type { DayPlan } from '../capacity/day.ts'
import type { Heads } from './room-heads.ts'

/** How many are in each zone now. A zone that is absent is empty. */
export type HeadCount = ReadonlyMap<string, Heads>

/** How many are in a zone. */
export function headsIn(heads: HeadCount, zoneId: string): Heads {
  return heads.get(zoneId) ?? { counted: 0, bodies: 0 }
}

/** Adds people to a zone of a count, or takes them away; never below zero, and never more counted than there are bodies. */
export function put(count: Map<string, Heads>, zoneId: string, before: Heads, change: Heads, times: 1 | -1): void {
  const bodies = Math.max(0, before.bodies + times * change.bodies)
  const counted = Math.min(bodies, Math.max(0, before.counted + times * change.counted))
  count.set(zoneId, { counted, bodies })
}

/** Root first, so that what is taken from a part is then taken from the parts of that part. */
export function partsWithin(plan: DayPlan, count: Map<string, Heads>): HeadCount {
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
