import { tickMinutes, type Minute } from '../calendar.ts'
import type { DayPlan } from '../capacity/day.ts'
import type { HeadCount } from './zone-heads.ts'
import { maximumAt, type HourlyMaximum } from './hourly-maximum.ts'
import { worse } from './worse-maximum.ts'

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
