import { tickMinutes, ticksPerDay } from '../calendar.ts'
import { occupancyOf } from './occupancy.ts'
import { staysAround, weightIn } from './stay.ts'
import type { Minute, Span } from '../calendar.ts'
import type { Day, ZoneLimits } from './day.ts'
import type { ZoneRoom } from './occupancy.ts'
import type { Visit } from './visit.ts'

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

/**
 * What a party passes on its way to desks in a zone, that zone first. Stays are parted at the start, since desks that
 * share a zone afterwards need not share it before.
 *
 * @param shared  passages met so far, by name; those met for the first time are added
 */
export function passagesTo(zoneId: string, day: Day, visit: Visit, shared: Map<string, Passage>): Passage[] {
  return staysAround(day.plan, zoneId, 0, visit.minutes).flatMap(({ limits, span }) =>
    partsOf(span).map(part => {
      const name = `${part.name} ${limits.zone.id}`
      const passage = shared.get(name) ?? passageOf(limits, part, day, visit, shared.size)
      shared.set(name, passage)
      return passage
    }),
  )
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

function partsOf(span: Span): { name: 'before' | 'after'; from: Minute; to: Minute }[] {
  const before = { name: 'before' as const, from: span.from, to: Math.min(0, span.to) }
  const after = { name: 'after' as const, from: Math.max(0, span.from), to: span.to }
  return [after, before].filter(part => part.from < part.to)
}

function passageOf(limits: ZoneLimits, part: Span, day: Day, visit: Visit, index: number): Passage {
  const none = { counted: new Int32Array(ticksPerDay), bodies: new Int32Array(ticksPerDay) }
  return {
    index,
    limits,
    room: occupancyOf(day).zones.get(limits.zone.id) ?? none,
    fromTick: Math.floor(part.from / tickMinutes),
    toTick: Math.ceil(part.to / tickMinutes),
    ...weightIn(limits, visit.party),
  }
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
