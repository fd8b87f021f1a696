import { ticksPerDay, tickMinutes } from '../calendar.ts'
import type { Minute, Span } from '../calendar.ts'
import type { DayPlan } from './day.ts'

/**
 * By arrival rule, in the plan's order: parties that may still arrive in each stretch of the rule's minutes, by the tick
 * it begins at. "At most 3 in 10 minutes" is so of any ten minutes, not only of those that begin on the hour.
 */
export type Arrivals = readonly Int32Array[]

type Rules = DayPlan['arrivals']

/** The arrivals of a day to which nobody comes. */
export function allArrivals(rules: Rules): Arrivals {
  return rules.map(({ atMost }) => new Int32Array(ticksPerDay).fill(atMost))
}

/** Lets a party more (1) or less (-1) arrive at a minute. */
export function countArrival(arrivals: Arrivals, rules: Rules, arrival: Minute, change: 1 | -1): void {
  rules.forEach(({ perMinutes }, i) => {
    const left = arrivals[i]
    const { from, to } = stretchesWith(arrival, perMinutes)
    for (let tick = from; left && tick < to; tick += 1) left[tick] = (left[tick] ?? 0) - change
  })
}

/** How many more parties may arrive at a minute by all rules; `Infinity` where there is none. */
export function arrivalsLeft(arrivals: Arrivals, rules: Rules, arrival: Minute): number {
  return rules.reduce((least, { perMinutes }, i) => {
    const { from, to } = stretchesWith(arrival, perMinutes)
    return Math.min(least, ...(arrivals[i]?.subarray(from, to) ?? []))
  }, Infinity)
}

/** The ticks at which those stretches begin that hold a minute. Those from before midnight hold no more than the first. */
function stretchesWith(minute: Minute, perMinutes: number): Span {
  const tick = Math.floor(minute / tickMinutes)
  return { from: Math.max(0, tick + 1 - Math.ceil(perMinutes / tickMinutes)), to: tick + 1 }
}
