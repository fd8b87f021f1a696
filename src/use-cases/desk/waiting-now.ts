import type { Minute } from '../../domain/calendar.ts'
import type { City } from '../../domain/city.ts'
import { isAtDesk } from '../../domain/booking/transitions.ts'
import type { Day } from '../../domain/capacity/day.ts'
import { callOrder, kindOf, waitingWith } from '../../domain/queue/call-order.ts'
import { queuePolicyOf } from '../../domain/queue/queue-policy.ts'
import { isWaiting, type Ticket } from '../../domain/queue/ticket.ts'
import { waitingTimes } from '../../domain/queue/waiting-time.ts'
import type { DeskRow } from './desk-row.ts'

/** Somebody who waits to be called. */
export interface WaitingNow {
  readonly bookingNumber: number
  readonly deskGroupId: string
  readonly code: string
  /** UTC instant. */
  readonly arrivedAt: string
  /** Who is called before. */
  readonly before: number
  /** Expected minutes from now; absent while no desk of the queue is at work. */
  readonly minutes?: number
}

/** Everybody who waits, queue by queue in the order of calls. Those set aside are not among them. */
export function waitingNow(city: City, day: Day, rows: readonly DeskRow[], now: Minute): WaitingNow[] {
  const queued = queuedIn(rows)
  const groupIds = [...new Set(queued.map(row => row.deskGroupId))].sort()
  return groupIds.flatMap(groupId => {
    const order = orderOf(city, queued, rows, groupId, now)
    const times = waitingTimes(order, desksFreeAt(city, day, rows, groupId, now), now)
    return order.map(({ bookingNumber, code, arrivedAt }, before) => ({
      ...{ bookingNumber, deskGroupId: groupId, code, arrivedAt, before },
      ...times.get(bookingNumber),
    }))
  })
}

/** How a queue runs at a moment. */
export interface QueueNow {
  /** How many wait to be called; without those set aside. */
  readonly waiting: number
  /** Whole minutes that somebody would wait who is due now and called after them; absent while no desk of the queue is at work. */
  readonly minutes?: number
}

/** How one queue runs now, for somebody who is not in it yet. Nobody's place is told. */
export function queueNow(city: City, day: Day, rows: readonly DeskRow[], groupId: string, now: Minute): QueueNow {
  const order = orderOf(city, queuedIn(rows), rows, groupId, now)
  const last = { bookingNumber: 0, minutes: 0, dueAt: now }
  const minutes = waitingTimes([...order, last], desksFreeAt(city, day, rows, groupId, now), now).get(0)?.minutes
  return { waiting: order.length, ...(minutes !== undefined && { minutes }) }
}

function queuedIn(rows: readonly DeskRow[]): DeskRow[] {
  return rows.filter(row => isWaiting(row.status, row.ticket))
}

function orderOf(city: City, queued: readonly DeskRow[], rows: readonly DeskRow[], groupId: string, now: Minute) {
  const here = queued.filter(row => row.deskGroupId === groupId)
  const minutesOf = new Map(here.map(row => [row.bookingNumber, row.minutes]))
  return callOrder(
    here.map(row => waitingWith(row.ticket as Ticket, row)),
    lastCallsOf(rows, groupId),
    now,
    queuePolicyOf(city.policy),
  ).map(each => ({ ...each, minutes: minutesOf.get(each.bookingNumber) ?? 0 }))
}

function lastCallsOf(rows: readonly DeskRow[], groupId: string) {
  return rows
    .flatMap(row => (row.ticket?.deskGroupId === groupId && row.ticket.calledOnPage !== undefined ? [row.ticket] : []))
    .sort((one, other) => (other.calledOnPage ?? 0) - (one.calledOnPage ?? 0))
    .map(kindOf)
}

/** For each desk of a queue that is at work: when whoever sits there will be done by the plan. */
function desksFreeAt(city: City, day: Day, rows: readonly DeskRow[], groupId: string, now: Minute): Minute[] {
  const staffed = new Set(day.plan.shifts.filter(({ span }) => span.from <= now && now < span.to).map(shift => shift.deskId))
  return city.desks
    .filter(desk => desk.deskGroupId === groupId && staffed.has(desk.id))
    .map(desk => {
      const busy = rows.find(row => isAtDesk(row.status) && row.ticket?.deskId === desk.id)
      return busy ? busy.end : now
    })
}
