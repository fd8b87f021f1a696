import type { Knex } from 'knex'
import { tickMinutes, type Minute } from '../../domain/calendar.ts'
import type { City } from '../../domain/city.ts'
import { isAtDesk } from '../../domain/booking/transitions.ts'
import type { Day, DayPlan } from '../../domain/capacity/day.ts'
import { planInFact } from '../../domain/queue/plan-in-fact.ts'
import type { DayKey } from '../../repositories/change-day.ts'
import { ticketsOfDay } from '../../repositories/tickets.ts'

/** A stretch of an office's day, both ends included. */
export interface Stretch {
  readonly city: City
  readonly key: DayKey
  readonly day: Day
  readonly from: Minute
  readonly to: Minute
}

/**
 * The plan with the limits of a stretch as they are in fact: a desk whose shift has ended stays staffed while it has called
 * or serves somebody, or a room would stand above its limit by whom its clerk has called. Asks nothing before a shift has ended.
 *
 * @param deskId  one more desk at which a clerk is, for whoever has just been done with there
 */
export async function planAtDoor(db: Knex, { city, key, day, from, to }: Stretch, deskId?: string): Promise<DayPlan> {
  if (!day.plan.shifts.some(({ span }) => span.to <= to)) return day.plan
  const busy = day.bookings.filter(({ status }) => isAtDesk(status))
  const numbers = busy.map(({ number }) => number)
  const tickets = numbers.length === 0 ? [] : await ticketsOfDay(db, key, numbers)
  const desks = [...tickets.map(ticket => ticket.deskId), deskId].filter(each => each !== undefined)
  let plan = day.plan
  for (let minute = to; minute > from - tickMinutes && minute >= 0 && desks.length > 0; minute -= tickMinutes)
    plan = planInFact(city, plan, desks, minute)
  return plan
}
