import type { Minute } from '../calendar.ts'
import { unlimited, type ZoneLimits } from '../capacity/day.ts'
import { headsIn, type HeadCount } from './zone-heads.ts'
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

/** What a count comes to in one zone at one minute, as the maximum of its hour. */
export function maximumAt(limits: ZoneLimits, heads: HeadCount, minute: Minute): HourlyMaximum {
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
