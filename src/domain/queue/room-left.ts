import { tickMinutes, type Minute } from '../calendar.ts'
import { unlimited, type DayPlan, type ZoneLimits } from '../capacity/day.ts'
import { headsIn, type HeadCount, type Weight } from './head-count.ts'
import type { Heads } from './room-heads.ts'

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

/** A zone as it stands against its limits now. Limits are absent where there are none. */
export interface ZoneNow extends Heads {
  readonly zoneId: string
  readonly countedLimit?: number
  readonly bodiesLimit?: number
  readonly ruleId?: string
  /** The limit that is nearer. */
  readonly binding?: 'counted' | 'bodies'
  /** How many more may come in, not counting what is kept; negative above a limit; absent without a limit. */
  readonly left?: number
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

/** Every zone as it stands now, root first. */
export function zonesNow(plan: DayPlan, heads: HeadCount, now: Minute): ZoneNow[] {
  return plan.zones.map(limits => {
    const here = headsIn(heads, limits.zone.id)
    const { counted, bodies, ruleId } = limitsAt(limits, now)
    const left = Math.min(counted - here.counted, bodies - here.bodies)
    const limited = Math.min(counted, bodies) < unlimited
    return {
      zoneId: limits.zone.id,
      ...here,
      ...(counted < unlimited && { countedLimit: counted, ...(ruleId !== undefined && { ruleId }) }),
      ...(bodies < unlimited && { bodiesLimit: bodies }),
      ...(limited && { left, binding: counted - here.counted <= bodies - here.bodies ? 'counted' : 'bodies' }),
    }
  })
}

/** Both limits of a zone at a minute, `unlimited` where there is none, and the rule that gives the sanitary one. */
export function limitsAt(limits: ZoneLimits, now: Minute): { counted: number; bodies: number; ruleId: string | undefined } {
  const tick = Math.floor(Math.min(now, 1439) / tickMinutes)
  return {
    counted: limits.counted[tick] ?? unlimited,
    bodies: limits.bodies[tick] ?? unlimited,
    ruleId: limits.bindingRuleIds[tick],
  }
}

/** What is kept for one zone in all. */
export function sumIn(weights: readonly Weight[], zoneId: string): Heads {
  return weights
    .filter(weight => weight.zoneId === zoneId)
    .reduce((sum, each) => ({ counted: sum.counted + each.counted, bodies: sum.bodies + each.bodies }), {
      counted: 0,
      bodies: 0,
    })
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
