import { opensAt } from '../booking/release.ts'
import { holds } from './spans.ts'
import type { Minute } from '../calendar.ts'
import type { Channel } from '../city.ts'
import type { Candidate } from './candidates.ts'
import type { DayPlan } from './day.ts'
import type { ProtectedGroup } from './occupancy-rule.ts'
import type { Question } from './start.ts'

/** Whether a channel may claim a desk at a start: its own shifts, and those that have opened to all. */
export function isOpenTo(channel: Channel, { alwaysOpen, shifts }: Candidate, start: Minute, minutesAhead: number): boolean {
  if (alwaysOpen) return true
  return shifts.some(
    ({ span, channels, opensToAllHoursBefore }) =>
      holds(span, start) && (channels.includes(channel) || hasOpenedToAll(opensToAllHoursBefore, minutesAhead)),
  )
}

/** Whether a place has been opened: those of the last date that can be booked open one by one, nearer ones are all open. */
export function isReleased({ day, visit, now, daysAhead }: Question, deskId: string, start: Minute): boolean {
  if (daysAhead < visit.policy.horizonDays) return true
  return opensAt(visit.policy, day.plan.officeId, day.plan.date, deskId, start) <= now.minute
}

/** Whether a start is kept for groups to none of which a party belongs. Hours kept for several are open to each of them. */
export function isProtected(plan: DayPlan, groups: readonly ProtectedGroup[], start: Minute, minutesAhead: number): boolean {
  const kept = plan.protectedHours.filter(({ span }) => holds(span, start))
  if (kept.some(({ group }) => groups.includes(group))) return false
  return kept.some(({ opensToAllHoursBefore }) => !hasOpenedToAll(opensToAllHoursBefore, minutesAhead))
}

function hasOpenedToAll(hoursBefore: number | undefined, minutesAhead: number): boolean {
  return hoursBefore !== undefined && minutesAhead <= hoursBefore * 60
}
