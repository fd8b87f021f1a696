import { daysBetween } from '../calendar.ts'
import { workingDaysAfter } from '../working-days.ts'
import { legsTo } from './legs.ts'
import type { Moment } from '../calendar.ts'
import type { Refusal, RefusalReason } from '../booking/refusal.ts'
import type { DayPlan } from './day.ts'
import type { Visit } from './visit.ts'

/** Why a visit cannot be had on a date at all, whatever the start and whatever is booked; `undefined` if it might. */
export function refusalOfDate(plan: DayPlan, visit: Visit, now: Moment): Refusal | undefined {
  if (plan.date < now.date) return because('in-the-past')
  if (visit.refusal) return visit.refusal

  const desks = visit.desks.filter(desk => desk.officeId === plan.officeId)
  if (desks.length === 0) return because(isDoneAt(plan.officeId, visit) ? 'no-desk' : 'not-in-person')
  if (plan.hours.length === 0) return because('closed')
  if (desks.every(desk => isWayClosedTo(plan, desk.zoneId, visit.serviceId))) return because('closed')
  if (!isServedInPerson(plan, visit)) return because('not-in-person')
  if (daysBetween(now.date, plan.date) > visit.policy.horizonDays) return because('too-far-ahead')
  if (plan.date < workingDaysAfter(now.date, visit.noticeWorkingDays)) return because('too-soon')
  return undefined
}

/** Whether a rule closes a zone to a service. */
export function isClosedTo(plan: DayPlan, zoneId: string, serviceId: string): boolean {
  const excepted = plan.closures.get(zoneId)
  return excepted !== undefined && !excepted.has(serviceId)
}

/** Whether one of the zones is closed to it in which a party is that comes to desks of a zone. */
export function isWayClosedTo(plan: DayPlan, zoneId: string, serviceId: string): boolean {
  if (plan.closures.size === 0) return false
  return legsTo(plan, zoneId).some(({ limits }) => isClosedTo(plan, limits.zone.id, serviceId))
}

/** An office may do a matter and have no desk for it on the floor that is needed. */
function isDoneAt(officeId: string, { anyDesks }: Visit): boolean {
  return anyDesks.some(desk => desk.officeId === officeId)
}

function isServedInPerson(plan: DayPlan, visit: Visit): boolean {
  if (plan.servicesOnly && !plan.servicesOnly.has(visit.serviceId)) return false
  return plan.dwellCapMinutes === undefined || visit.minutes <= plan.dwellCapMinutes
}

function because(reason: RefusalReason): Refusal {
  return { reason }
}
