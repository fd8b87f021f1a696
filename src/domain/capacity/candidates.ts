import { tickMinutes, ticksPerDay } from '../calendar.ts'
import { isClosedTo } from './date-gate.ts'
import { occupancyOf } from './occupancy.ts'
import { staysAround, weightIn } from './stay.ts'
import type { Minute, Span } from '../calendar.ts'
import type { Day, Shift, ZoneLimits } from './day.ts'
import type { DeskTime, ZoneRoom } from './occupancy.ts'
import type { EligibleDesk, Visit } from './visit.ts'

/** Desks of a day that can do a visit, and what a party takes up in each zone on its way to them. */
export interface Candidates {
  readonly desks: readonly Candidate[]
  readonly passages: readonly Passage[]
  /** Desks' zones, each with its breaks and the passages that lead there. */
  readonly ways: readonly Way[]
  /** Ticks for which a desk is taken. */
  readonly deskTicks: number
}

export interface Candidate {
  readonly desk: EligibleDesk
  readonly time: DeskTime
  readonly shifts: readonly Shift[]
  /** Index in `ways`. */
  readonly way: number
}

/** A zone before a start, or from it on: what a party needs there, in ticks from the start. */
export interface Passage {
  readonly limits: ZoneLimits
  readonly room: ZoneRoom
  readonly fromTick: number
  readonly toTick: number
  readonly counted: number
  readonly bodies: number
}

export interface Way {
  readonly zoneId: string
  readonly breaks: readonly Span[]
  /** Indexes in `passages`, the desk's own zone first. */
  readonly passages: readonly number[]
}

/** Prepares one visit on one day: all that does not depend on the start or the moment. */
export function candidatesOf(day: Day, visit: Visit): Candidates {
  const occupancy = occupancyOf(day)
  const passages = new Map<string, Passage & { index: number }>()
  const ways: Way[] = []
  const desks: Candidate[] = []

  for (const desk of visit.desks) {
    const time = desk.officeId === day.plan.officeId ? occupancy.desks.get(desk.id) : undefined
    if (!time || isClosedTo(day.plan, desk.zoneId, visit.serviceId)) continue
    if (!ways.some(way => way.zoneId === desk.zoneId)) ways.push(wayTo(desk.zoneId, day, visit, passages))
    const shifts = day.plan.shifts.filter(shift => shift.deskId === desk.id)
    desks.push({ desk, time, shifts, way: ways.findIndex(way => way.zoneId === desk.zoneId) })
  }
  const deskTicks = Math.ceil((visit.minutes + day.plan.turnoverMinutes) / tickMinutes)
  return { desks, ways, passages: [...passages.values()], deskTicks }
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

/** Parts each stay of the way at the start, since desks that share a zone afterwards may not share it before. */
function wayTo(zoneId: string, day: Day, visit: Visit, passages: Map<string, Passage & { index: number }>): Way {
  const occupancy = occupancyOf(day)
  const indexes = staysAround(day.plan, zoneId, 0, visit.minutes).flatMap(({ limits, span }) => {
    const room = occupancy.zones.get(limits.zone.id)
    if (!room) return []
    return partsOf(span).map(([phase, from, to]) => {
      const key = `${phase} ${limits.zone.id}`
      const passage = passages.get(key) ?? {
        ...{ limits, room, fromTick: Math.floor(from / tickMinutes), toTick: Math.ceil(to / tickMinutes) },
        ...weightIn(limits, visit.party),
        index: passages.size,
      }
      passages.set(key, passage)
      return passage.index
    })
  })
  return { zoneId, breaks: day.plan.airing.get(zoneId) ?? [], passages: indexes }
}

function partsOf(span: Span): ['before' | 'after', Minute, Minute][] {
  const parts: ['before' | 'after', Minute, Minute][] = [
    ['before', span.from, Math.min(0, span.to)],
    ['after', Math.max(0, span.from), span.to],
  ]
  return parts.filter(([, from, to]) => from < to)
}
