import { ticksPerDay } from '../calendar.ts'
import type { ZoneLimits } from './day.ts'
import type { ZoneRoom } from './occupancy.ts'

/** A zone before a start, or from it on: what a party takes up there, and for which ticks, counted from the start. */
export interface Passage {
  /** The passage's place among those of the visit. */
  readonly index: number
  readonly limits: ZoneLimits
  readonly room: ZoneRoom
  readonly fromTick: number
  readonly toTick: number
  readonly counted: number
  readonly bodies: number
}

/** How many more such parties a passage takes, for a visit that starts at a tick; `Infinity` where the party weighs nothing. */
export function partiesThrough(passage: Passage, startTick: number): number {
  let counted = Infinity
  let bodies = Infinity
  for (let tick = firstTick(passage, startTick); tick < lastTick(passage, startTick); tick += 1) {
    counted = Math.min(counted, passage.room.counted[tick] ?? 0)
    bodies = Math.min(bodies, passage.room.bodies[tick] ?? 0)
  }
  return Math.min(partiesIn(counted, passage.counted), partiesIn(bodies, passage.bodies))
}

/** The rule that leaves no room in a passage; `undefined` where it is the fire capacity or a closure of the day. */
export function bindingRule(passage: Passage, startTick: number): string | undefined {
  for (let tick = firstTick(passage, startTick); tick < lastTick(passage, startTick); tick += 1) {
    if (partiesIn(passage.room.counted[tick] ?? 0, passage.counted) < 1) return passage.limits.bindingRuleIds[tick]
  }
  return undefined
}

function partiesIn(room: number, weight: number): number {
  return weight === 0 ? Infinity : Math.max(0, Math.floor(room / weight))
}

function firstTick(passage: Passage, startTick: number): number {
  return Math.max(0, startTick + passage.fromTick)
}

function lastTick(passage: Passage, startTick: number): number {
  return Math.min(ticksPerDay, startTick + passage.toTick)
}
