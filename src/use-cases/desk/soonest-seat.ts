import type { Moment } from '../../domain/calendar.ts'
import type { City } from '../../domain/city.ts'
import type { Day } from '../../domain/capacity/day.ts'
import type { VisitRequest } from '../../domain/booking/booking.ts'
import type { Refusal } from '../../domain/booking/refusal.ts'
import { freeTimes } from '../../domain/capacity/free-times.ts'
import { place, type Placed } from '../../domain/capacity/placement.ts'
import { visitOf, type Visit } from '../../domain/capacity/visit.ts'
import { queuePolicyOf } from '../../domain/queue/queue-policy.ts'

/** The soonest place, or why none is soon enough. */
export type Soonest = Placed | { readonly placed: false; readonly refusal: Refusal }

/** The soonest place that the plan and the rooms hold for somebody who is here, within the minutes that the policy gives walk-ins. */
export function soonestSeat(city: City, day: Day, visit: Visit, now: Moment): Soonest {
  const { times, refusal } = freeTimes(day, visit, now)
  const [soonest] = times
  if (!soonest) return { placed: false, refusal: refusal ?? { reason: 'no-desk' } }
  const until = now.minute + queuePolicyOf(city.policy).walkInWithinMinutes
  return soonest.start > until ? { placed: false, refusal: { reason: 'no-desk' } } : place(day, visit, soonest.start, now)
}

/**
 * What somebody who stands in the office comes for. Matters without an appointment are served too, and what their needs
 * take to arrange is for the desk to say, not for the calendar.
 */
export function visitOnTheSpot(
  city: City,
  asked: Pick<VisitRequest, 'serviceId' | 'party' | 'needs' | 'groups' | 'channel'>,
): Visit {
  const { refusal, ...visit } = visitOf(city, asked)
  const stays = refusal && refusal.reason !== 'no-appointment-needed'
  return { ...visit, noticeWorkingDays: 0, ...(stays && { refusal }) }
}
