import { opensAt } from '../booking/release.ts'
import { holds } from './spans.ts'
import { tickMinutes, type Minute, type Span } from '../calendar.ts'
import type { Channel } from '../city.ts'
import type { Candidate } from './candidates.ts'
import type { DayPlan } from './day.ts'
import type { ProtectedGroup } from './occupancy-rule.ts'
import type { Question } from './start.ts'

/**
 * Whether a channel may claim a desk for a stretch: all of it in its own shifts, and in those that have opened to all. So
 * no visit runs from one channel's hours into another's.
 */
export function isOpenTo(channel: Channel, { alwaysOpen, shifts }: Candidate, claim: Span, minutesAhead: number): boolean {
  const mayClaim = (minute: Minute) =>
    shifts.some(
      ({ span, channels, opensToAllHoursBefore }) =>
        holds(span, minute) &&
        (channels.includes(channel) || hasOpenedToAll(opensToAllHoursBefore, minutesAhead + before(claim, span))),
    )
  return alwaysOpen || ticksIn(claim).every(mayClaim)
}

/** Whether a place has been opened: those of the last date that can be booked open one by one, nearer ones are all open. */
export function isReleased({ day, visit, now, daysAhead }: Question, deskId: string, start: Minute): boolean {
  if (daysAhead < visit.policy.horizonDays) return true
  return opensAt(visit.policy, day.plan.officeId, day.plan.date, deskId, start) <= now.minute
}

/**
 * Whether some of a stretch is kept for groups to none of which a party belongs. Hours kept for several are open to each
 * of them.
 */
export function isProtected(plan: DayPlan, groups: readonly ProtectedGroup[], claim: Span, minutesAhead: number): boolean {
  if (plan.protectedHours.length === 0) return false
  return ticksIn(claim).some(minute => {
    const kept = plan.protectedHours.filter(({ span }) => holds(span, minute))
    if (kept.some(({ group }) => groups.includes(group))) return false
    return kept.some(
      ({ span, opensToAllHoursBefore }) => !hasOpenedToAll(opensToAllHoursBefore, minutesAhead + before(claim, span)),
    )
  })
}

/** Minutes from the start of a claim to where it enters a stretch: what is kept opens by that. */
function before(claim: Span, span: Span): number {
  return Math.max(0, span.from - claim.from)
}

function ticksIn({ from, to }: Span): Minute[] {
  return Array.from({ length: (to - from) / tickMinutes }, (_, i) => from + i * tickMinutes)
}

function hasOpenedToAll(hoursBefore: number | undefined, minutesAhead: number): boolean {
  return hoursBefore !== undefined && minutesAhead <= hoursBefore * 60
}
