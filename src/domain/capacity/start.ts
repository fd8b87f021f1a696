import { daysBetween, tickMinutes } from '../calendar.ts'
import { arrivalsLeft } from './arrivals.ts'
import { candidatesOf } from './candidates.ts'
import { occupancyOf } from './occupancy.ts'
import { bindingRule, partiesThrough } from './passage.ts'
import { isOpenTo, isProtected, isReleased } from './permission.ts'
import { holds } from './spans.ts'
import type { Minute, Moment } from '../calendar.ts'
import type { Refusal } from '../booking/refusal.ts'
import type { Candidate, Candidates } from './candidates.ts'
import type { Day } from './day.ts'
import type { Visit } from './visit.ts'

/** One visit on one day, asked about at one moment. */
export interface Question {
  readonly day: Day
  readonly visit: Visit
  readonly now: Moment
  /** From today to the day asked about. */
  readonly daysAhead: number
  readonly candidates: Candidates
}

/** What a start has to give: desks for at least one party; how many parties the rooms and the entrance let pass. */
export interface FreeStart {
  readonly desks: readonly Candidate[]
  /** By index of passage: parties of this size that still fit. */
  readonly room: readonly number[]
  readonly arrivals: number
}

/** Prepares what all starts of a day have in common. The date must not be refused as a whole. */
export function questionOf(day: Day, visit: Visit, now: Moment): Question {
  return { day, visit, now, daysAhead: daysBetween(now.date, day.plan.date), candidates: candidatesOf(day, visit) }
}

/**
 * Whether a visit may start at a minute (capacity model, section 6). Room is asked about first and permission
 * after, so that nobody is told "too soon" of a place that is taken anyway.
 */
export function answerAt(question: Question, start: Minute): FreeStart | Refusal {
  const { day, visit, now, candidates } = question
  const minutesAhead = question.daysAhead * 1440 + start - now.minute
  if (minutesAhead < 0) return { reason: 'in-the-past' }

  const hours = day.plan.hours.find(span => holds(span, start))
  if (!hours) return { reason: 'closed' }

  const free = freeDesks(candidates, start, start - hours.from)
  if (free.length === 0) return { reason: 'no-desk' }

  const room = roomAt(candidates, start)
  const roomy = free.filter(({ way }) => way.passages.every(({ index }) => (room[index] ?? 0) >= 1))
  if (roomy.length === 0) return fullZone(free, start)

  const arrivals = arrivalsLeft(occupancyOf(day).arrivals, day.plan.arrivals, Math.max(0, start - day.plan.earlyEntryMinutes))
  if (arrivals < 1) return { reason: 'arrivals-full' }

  const claim = { from: start, to: start + candidates.deskTicks * tickMinutes }
  const open = roomy.filter(candidate => isOpenTo(visit.channel, candidate, claim, minutesAhead))
  if (open.length === 0) return { reason: 'channel-full' }

  const desks = open.filter(({ desk }) => isReleased(question, desk.id, start))
  if (desks.length === 0) return { reason: 'too-far-ahead' }
  if (isProtected(day.plan, visit.groups, claim, minutesAhead)) return { reason: 'protected' }
  if (minutesAhead < visit.policy.leadMinutes[visit.channel]) return { reason: 'too-soon' }
  return { desks, room, arrivals }
}

/**
 * How many parties of this size could start there, one after another.
 *
 * @param orderMatters  whether the ways of the question cross
 */
export function placesIn(start: Minute, free: FreeStart, orderMatters: boolean): number {
  const room = [...free.room]
  let places = 0
  for (const { way } of orderMatters ? inOrder(free.desks, start) : free.desks) {
    if (way.passages.some(({ index }) => (room[index] ?? 0) < 1)) continue
    for (const { index } of way.passages) room[index] = (room[index] ?? 0) - 1
    places += 1
  }
  return Math.min(places, free.arrivals)
}

/** The least versatile desk first, then the one whose gap fits tightest, then by id: little is wasted, and always the same. */
export function inOrder(desks: readonly Candidate[], start: Minute): Candidate[] {
  const tick = start / tickMinutes
  return desks.toSorted((one, other) => one.desk.services - other.desk.services || gapAt(one, tick) - gapAt(other, tick))
}

function gapAt({ time }: Candidate, tick: number): number {
  return (time.freeBefore[tick] ?? 0) + (time.freeAhead[tick] ?? 0)
}

function freeDesks({ desks, ways, deskTicks }: Candidates, start: Minute, sinceOpening: number): Candidate[] {
  const tick = start / tickMinutes
  const aired = ways.filter(way => way.breaks.some(stretch => holds(stretch, start)))
  return desks.filter(
    ({ desk, time, way }) =>
      (time.freeAhead[tick] ?? 0) >= deskTicks && sinceOpening % desk.slotEveryMinutes === 0 && !aired.includes(way),
  )
}

function roomAt({ ways }: Candidates, start: Minute): number[] {
  const room: number[] = []
  for (const way of ways) {
    for (const passage of way.passages) room[passage.index] ??= partiesThrough(passage, start / tickMinutes)
  }
  return room
}

function fullZone(free: readonly Candidate[], start: Minute): Refusal {
  const tick = start / tickMinutes
  const full = free[0]?.way.passages.find(passage => partiesThrough(passage, tick) < 1)
  if (!full) return { reason: 'zone-full' }

  const ruleId = bindingRule(full, tick)
  return { reason: 'zone-full', zoneId: full.limits.zone.id, ...(ruleId !== undefined && { ruleId }) }
}
