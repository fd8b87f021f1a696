import { tickMinutes } from '../calendar.ts'
import { refusalOfDate } from './date-gate.ts'
import { answerAt, inOrder, questionOf } from './start.ts'
import { presenceOf } from './stay.ts'
import type { Minute, Moment } from '../calendar.ts'
import type { Refusal } from '../booking/refusal.ts'
import type { Day, Stay } from './day.ts'
import type { Visit } from './visit.ts'

/** A desk and a stretch of a day for a visit, or why there is none. */
export type Placement =
  | {
      readonly placed: true
      readonly deskId: string
      readonly start: Minute
      readonly end: Minute
      /** The desk is taken up to here: the end and the turnover in force. */
      readonly deskUntil: Minute
      readonly presence: readonly Stay[]
    }
  | { readonly placed: false; readonly refusal: Refusal }

/** A place that was found. */
export type Placed = Extract<Placement, { readonly placed: true }>

/** Places a visit at a start: every rule holds afterwards, or it is refused. Same day and visit, same desk. */
export function place(day: Day, visit: Visit, start: Minute, now: Moment): Placement {
  const refused = refusalOfDate(day.plan, visit, now)
  if (refused) return { placed: false, refusal: refused }
  if (start % tickMinutes !== 0) return { placed: false, refusal: { reason: 'no-desk' } }

  const answer = answerAt(questionOf(day, visit, now), start)
  if ('reason' in answer) return { placed: false, refusal: answer }

  const desk = inOrder(answer.desks, start)[0]?.desk
  if (!desk) return { placed: false, refusal: { reason: 'no-desk' } }
  const end = start + visit.minutes
  const presence = presenceOf(day.plan, desk.zoneId, start, end, visit.party)
  return { placed: true, deskId: desk.id, start, end, deskUntil: end + day.plan.turnoverMinutes, presence }
}
