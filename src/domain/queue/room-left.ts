import { tickMinutes, type Minute } from '../calendar.ts'
import { unlimited, type DayPlan, type ZoneLimits } from '../capacity/day.ts'
import { headsIn, type HeadCount } from './zone-heads.ts'
import type { Heads } from './room-heads.ts'

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
