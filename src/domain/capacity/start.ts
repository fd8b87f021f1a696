import { daysBetween, minutesBetween, tickMinutes } from '../calendar.ts'
import { opensAt } from '../booking/release.ts'
import { bindingRule, partiesThrough } from './candidates.ts'
import { gapAround, occupancyOf } from './occupancy.ts'
import { holds } from './spans.ts'
import type { Minute, Moment } from '../calendar.ts'
import type { Refusal } from '../booking/refusal.ts'
import type { Candidate, Candidates } from './candidates.ts'
import type { Day } from './day.ts'
import type { Visit } from './visit.ts'

/** What a start has to give: the desks that parties would get, one after another, or why there is none. */
export type StartAnswer = { readonly desks: readonly Candidate[] } | { readonly refusal: Refusal }

/**
 * Whether a visit may start at a minute (capacity model, section 6). Room is asked about first and permission
 * after, so that nobody is told "too soon" of a place that is taken anyway.
 *
 * @param candidates  of this day and visit, on a date that is not refused as a whole
 */
export function answerAt(day: Day, visit: Visit, candidates: Candidates, start: Minute, now: Moment): StartAnswer {
  const ahead = minutesBetween(now, { date: day.plan.date, minute: start })
  if (ahead < 0) return { refusal: { reason: 'in-the-past' } }

  const hours = day.plan.hours.find(span => holds(span, start))
  if (!hours) return { refusal: { reason: 'closed' } }

  const free = freeDesks(candidates, start, start - hours.from)
  if (free.length === 0) return { refusal: { reason: 'no-desk' } }

  const roomy = desksWithRoom(candidates, free, start)
  if (roomy.length === 0) return { refusal: fullZone(candidates, free, start) }

  const arrivals = arrivalsLeft(day, start)
  if (arrivals < 1) return { refusal: { reason: 'arrivals-full' } }

  const open = free.filter(({ shifts }) => isOpenTo(visit, shifts, start, ahead))
  if (desksWithRoom(candidates, open, start).length === 0) return { refusal: { reason: 'channel-full' } }

  const released = open.filter(candidate => isReleased(day, visit, candidate, start, now))
  const desks = desksWithRoom(candidates, released, start)
  if (desks.length === 0) return { refusal: { reason: 'too-far-ahead' } }
  if (isProtected(day, visit, start, ahead)) return { refusal: { reason: 'protected' } }
  if (ahead < visit.policy.leadMinutes[visit.channel]) return { refusal: { reason: 'too-soon' } }
  return { desks: desks.slice(0, arrivals) }
}

function freeDesks({ desks, ways, deskTicks }: Candidates, start: Minute, sinceOpening: number): Candidate[] {
  const tick = start / tickMinutes
  const aired = ways.map(way => way.breaks.some(stretch => holds(stretch, start)))
  return desks.filter(
    ({ desk, time, way }) =>
      !aired[way] && sinceOpening % desk.slotEveryMinutes === 0 && (time.freeAhead[tick] ?? 0) >= deskTicks,
  )
}

/** Desks that parties of this size would get one after another, until a zone on their way is full. */
function desksWithRoom({ ways, passages }: Candidates, free: readonly Candidate[], start: Minute): Candidate[] {
  const tick = start / tickMinutes
  const left = passages.map(passage => partiesThrough(passage, tick))
  return inOrder(free, tick).filter(({ way }) => {
    const passed = ways[way]?.passages ?? []
    if (passed.some(index => (left[index] ?? 0) < 1)) return false
    for (const index of passed) left[index] = (left[index] ?? 0) - 1
    return true
  })
}

/** The least versatile desk first, then the one whose gap fits tightest, then by id: little is wasted, and always the same. */
function inOrder(free: readonly Candidate[], tick: number): Candidate[] {
  const gaps = new Map(free.map(candidate => [candidate, gapAround(candidate.time, tick)]))
  const gap = (candidate: Candidate) => gaps.get(candidate) ?? 0
  return free.toSorted((one, other) => one.desk.services - other.desk.services || gap(one) - gap(other))
}

function fullZone({ ways, passages }: Candidates, free: readonly Candidate[], start: Minute): Refusal {
  const tick = start / tickMinutes
  const onTheWay = (ways[free[0]?.way ?? 0]?.passages ?? []).flatMap(index => passages[index] ?? [])
  const full = onTheWay.find(passage => partiesThrough(passage, tick) < 1)
  if (!full) return { reason: 'zone-full' }

  const ruleId = bindingRule(full, tick)
  return { reason: 'zone-full', zoneId: full.limits.zone.id, ...(ruleId !== undefined && { ruleId }) }
}

function arrivalsLeft(day: Day, start: Minute): number {
  const arrival = Math.max(0, start - day.plan.earlyEntryMinutes)
  const left = occupancyOf(day).arrivals.map((stretches, i) => {
    const perMinutes = day.plan.arrivals[i]?.perMinutes ?? 1
    return stretches[Math.floor(arrival / perMinutes)] ?? 0
  })
  return Math.min(Infinity, ...left)
}

function isOpenTo(visit: Visit, shifts: Candidate['shifts'], start: Minute, minutesAhead: number): boolean {
  return shifts.some(
    ({ span, channels, opensToAllHoursBefore }) =>
      holds(span, start) &&
      (channels.includes(visit.channel) || (opensToAllHoursBefore !== undefined && minutesAhead <= opensToAllHoursBefore * 60)),
  )
}

/** Places of the last date that can be booked open one by one; those of nearer dates are all open. */
function isReleased({ plan }: Day, visit: Visit, { desk }: Candidate, start: Minute, now: Moment): boolean {
  if (daysBetween(now.date, plan.date) < visit.policy.horizonDays) return true
  return opensAt(visit.policy, plan.officeId, plan.date, desk.id, start) <= now.minute
}

/** Hours kept for several groups are open to each of them. */
function isProtected({ plan }: Day, visit: Visit, start: Minute, minutesAhead: number): boolean {
  const kept = plan.protectedHours.filter(({ span }) => holds(span, start))
  if (kept.some(({ group }) => visit.groups.includes(group))) return false
  return kept.some(({ opensToAllHoursBefore }) => minutesAhead > opensToAllHoursBefore * 60)
}
