import { unlimited } from '../capacity/day.ts'
import type { HourlyMaximum } from './hourly-maximum.ts'

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
