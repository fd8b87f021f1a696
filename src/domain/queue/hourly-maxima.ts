import { tickMinutes, type Minute } from '../calendar.ts'
import { unlimited, type DayPlan, type ZoneLimits } from '../capacity/day.ts'
import { headsIn, type HeadCount } from './head-count.ts'
import { limitsAt } from './room-left.ts'

/** The most people in a zone within an hour, by both counts, and the limits when they were most against them. */
export interface HourlyMaximum {
  readonly hour: number
  readonly zoneId: string
  readonly mostCounted: number
  readonly countedLimit?: number
  /** By how many the limit was exceeded at most; 0 if it was kept. */
  readonly overCounted: number
  readonly ruleId?: string
  readonly mostBodies: number
  readonly bodiesLimit?: number
  readonly overBodies: number
}

/** What a count that stood unchanged from one minute to another, both included, comes to, hour by hour and zone by zone. */
export function maximaOf(plan: DayPlan, heads: HeadCount, from: Minute, to: Minute): HourlyMaximum[] {
  const known = new Map<string, HourlyMaximum>()
  const last = Math.floor(Math.min(to, 1439) / tickMinutes)
  for (let tick = Math.floor(Math.min(from, to, 1439) / tickMinutes); tick <= last; tick += 1) {
    for (const limits of plan.zones) {
      const seen = maximumAt(limits, heads, tick * tickMinutes)
      const key = `${seen.hour} ${seen.zoneId}`
      known.set(key, worse(known.get(key), seen))
    }
  }
  return [...known.values()]
}

/** Of two maxima of one zone and hour what holds of both: the most, and the limit where it mattered more. */
export function worse(one: HourlyMaximum | undefined, other: HourlyMaximum): HourlyMaximum {
  if (!one) return other
  const byCounted = isWorse(
    one.overCounted,
    one.mostCounted,
    one.countedLimit,
    other.overCounted,
    other.mostCounted,
    other.countedLimit,
  )
  const byBodies = isWorse(one.overBodies, one.mostBodies, one.bodiesLimit, other.overBodies, other.mostBodies, other.bodiesLimit)
  const { countedLimit, overCounted, ruleId } = byCounted ? other : one
  const { bodiesLimit, overBodies } = byBodies ? other : one
  return {
    hour: one.hour,
    zoneId: one.zoneId,
    mostCounted: Math.max(one.mostCounted, other.mostCounted),
    overCounted,
    ...(countedLimit !== undefined && { countedLimit }),
    ...(ruleId !== undefined && { ruleId }),
    mostBodies: Math.max(one.mostBodies, other.mostBodies),
    overBodies,
    ...(bodiesLimit !== undefined && { bodiesLimit }),
  }
}

function maximumAt(limits: ZoneLimits, heads: HeadCount, minute: Minute): HourlyMaximum {
  const { counted, bodies } = headsIn(heads, limits.zone.id)
  const at = limitsAt(limits, minute)
  return {
    hour: Math.floor(minute / 60),
    zoneId: limits.zone.id,
    mostCounted: counted,
    overCounted: Math.max(0, counted - at.counted),
    ...(at.counted < unlimited && { countedLimit: at.counted, ...(at.ruleId !== undefined && { ruleId: at.ruleId }) }),
    mostBodies: bodies,
    overBodies: Math.max(0, bodies - at.bodies),
    ...(at.bodies < unlimited && { bodiesLimit: at.bodies }),
  }
}

/** Further above the limit; else more people; else under a lower limit. */
function isWorse(
  over: number,
  most: number,
  limit: number | undefined,
  over2: number,
  most2: number,
  limit2: number | undefined,
) {
  if (over !== over2) return over2 > over
  if (most !== most2) return most2 > most
  return (limit2 ?? unlimited) < (limit ?? unlimited)
}
