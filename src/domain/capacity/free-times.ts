import { tickMinutes } from '../calendar.ts'
import { refusalOfDate } from './date-gate.ts'
import { answerAt, placesIn, questionOf } from './start.ts'
import type { Minute, Moment, Span } from '../calendar.ts'
import type { Refusal, RefusalReason } from '../booking/refusal.ts'
import type { Day } from './day.ts'
import type { Question } from './start.ts'
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
  for (const hours of day.plan.hours) {
    for (const start of startsIn(hours, question)) {
      const answer = answerAt(question, start)
      if ('desks' in answer) times.push({ start, places: placesIn(question, start, answer) })
      if ('reason' in answer && fits(hours, question, start)) refusals.push(answer)
    }
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

/** Starts on the grid of any desk, from the opening on. */
function startsIn({ from, to }: Span, { candidates }: Question): Minute[] {
  const grids = [...new Set(candidates.desks.map(({ desk }) => desk.slotEveryMinutes))]
  const ticks = Array.from({ length: Math.ceil((to - from) / tickMinutes) }, (_, i) => i * tickMinutes)
  return ticks.filter(sinceOpening => grids.some(grid => sinceOpening % grid === 0)).map(sinceOpening => from + sinceOpening)
}

/** A start too near to closing is no reason: the day may be full or over, but not for its sake. */
function fits({ to }: Span, { candidates }: Question, start: Minute): boolean {
  return start + candidates.deskTicks * tickMinutes <= to
}
