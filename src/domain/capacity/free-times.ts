import { tickMinutes } from '../calendar.ts'
import { refusalOfDate } from './date-gate.ts'
import { answerAt, placesIn, questionOf } from './start.ts'
import type { Minute, Moment } from '../calendar.ts'
import type { Refusal, RefusalReason } from '../booking/refusal.ts'
import type { Day, DayPlan } from './day.ts'
import type { Visit } from './visit.ts'

/** The starts that a day offers, in order, or why it offers none. */
export interface FreeTimes {
  readonly times: readonly FreeTime[]
  /** Present exactly if there are no times: the reason about which a person can do most. */
  readonly refusal?: Refusal
}

/** One start, and how many parties of this size could take it, one after another. */
export interface FreeTime {
  readonly start: Minute
  readonly places: number
}

/** What a visit may choose from on one office's day: exactly the starts that `place` accepts. */
export function freeTimes(day: Day, visit: Visit, now: Moment): FreeTimes {
  const refused = refusalOfDate(day.plan, visit, now)
  if (refused) return { times: [], refusal: refused }

  const question = questionOf(day, visit, now)
  const times: FreeTime[] = []
  const refusals: Refusal[] = []
  for (const start of startsOf(day.plan)) {
    const answer = answerAt(question, start)
    if ('reason' in answer) refusals.push(answer)
    if ('desks' in answer) times.push({ start, places: placesIn(question, start, answer) })
  }
  return times.length > 0 ? { times } : { times, refusal: mostUseful(refusals) }
}

/** From what helps most (another group, another way to book, another hour, fewer persons) to what helps nobody. */
const byUse: readonly RefusalReason[] = [
  'protected',
  'channel-full',
  'too-far-ahead',
  'too-soon',
  'zone-full',
  'arrivals-full',
  'no-desk',
  'in-the-past',
]

function mostUseful(refusals: readonly Refusal[]): Refusal {
  const [best] = refusals.toSorted((one, other) => byUse.indexOf(one.reason) - byUse.indexOf(other.reason))
  return best ?? { reason: 'no-desk' }
}

function startsOf(plan: DayPlan): Minute[] {
  return plan.hours.flatMap(({ from, to }) =>
    Array.from({ length: Math.ceil((to - from) / tickMinutes) }, (_, i) => from + i * tickMinutes),
  )
}
