import type { Minute } from '../calendar.ts'
import type { DayPlan, ZoneLimits } from '../capacity/day.ts'
import { headsIn, type HeadCount } from './zone-heads.ts'
import { sumIn, type Weight } from './weight-on-path.ts'
import type { Heads } from './room-heads.ts'
import { limitsAt } from './room-left.ts'

/** Why somebody does not fit in. */
export interface Lack {
  readonly zoneId: string
  /** So many persons must leave first. */
  readonly persons: number
  /** The limit that says so, and the rule behind it; no rule where it is the fire capacity, or a closure of the day. */
  readonly limit: number
  readonly ruleId?: string
  /** True where there is room, but only as much as is kept for others who are due. */
  readonly kept: boolean
}

/**
 * What keeps people out: the zone on their way that lacks most; `undefined` if they fit into all of them by both counts.
 *
 * @param added  what they count for, zone by zone
 * @param kept   what is kept for others, zone by zone, several entries a zone
 */
export function lackOfRoom(
  plan: DayPlan,
  heads: HeadCount,
  added: readonly Weight[],
  kept: readonly Weight[],
  now: Minute,
): Lack | undefined {
  const lacks = added.flatMap(weight => {
    const limits = plan.zones.find(each => each.zone.id === weight.zoneId)
    return limits ? lacksIn(limits, headsIn(heads, weight.zoneId), weight, sumIn(kept, weight.zoneId), now) : []
  })
  return lacks.reduce<Lack | undefined>((most, next) => (most && most.persons >= next.persons ? most : next), undefined)
}

function lacksIn(limits: ZoneLimits, here: Heads, added: Heads, kept: Heads, now: Minute): Lack[] {
  const { counted, bodies, ruleId } = limitsAt(limits, now)
  const by = (which: 'counted' | 'bodies', limit: number): Lack[] => {
    const persons = here[which] + kept[which] + added[which] - limit
    if (added[which] === 0 || persons <= 0) return []
    const keptOnly = here[which] + added[which] <= limit
    const rule = which === 'counted' && ruleId !== undefined ? { ruleId } : {}
    return [{ zoneId: limits.zone.id, persons, limit, ...rule, kept: keptOnly }]
  }
  return [...by('counted', counted), ...by('bodies', bodies)]
}
