import { doCross } from './candidates.ts'
import { refusalOfDate } from './date-gate.ts'
import { answerAt, placesIn, questionOf } from './start.ts'
import type { Minute, Moment } from '../calendar.ts'
import type { Refusal } from '../booking/refusal.ts'
import type { Day } from './day.ts'
import type { Visit } from './visit.ts'
import { mostUseful } from './most-useful-refusal.ts'
import { startsIn, fits } from './starts-in.ts'

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
  const orderMatters = doCross(question.candidates)
  const times: FreeTime[] = []
  const refusals: Refusal[] = []
  for (const hours of day.plan.hours) {
    for (const start of startsIn(hours, question)) {
      const answer = answerAt(question, start)
      if ('desks' in answer) times.push({ start, places: placesIn(start, answer, orderMatters) })
      if ('reason' in answer && fits(hours, question, start)) refusals.push(answer)
    }
  }
  return times.length > 0 ? { times } : { times, refusal: mostUseful(refusals) }
}
