import type { Minute } from '../calendar.ts'
import type { Booking } from '../booking/booking.ts'
import type { QueuePolicy } from './queue-policy.ts'
import type { Ticket } from './ticket.ts'

/** Somebody who waits to be called, in one desk group's queue. */
export interface Waiting {
  readonly bookingNumber: number
  readonly code: string
  /** Not called before this minute while anybody else waits. */
  readonly dueAt: Minute
  /** Absent for walk-ins. */
  readonly bookedStart?: Minute
  /** UTC instant. */
  readonly arrivedAt: string
  readonly priority: boolean
}

/** As what somebody was called. */
export type CallKind = 'priority' | 'booked' | 'walk-in'

/**
 * The published order in which those who wait are called, if nobody else comes:
 *
 * 1. nobody before their time while somebody waits whose time it is;
 * 2. one person with priority, but never two in a row while others wait;
 * 3. whoever booked, by the time booked; but after so many of them one walk-in;
 * 4. walk-ins, as they came. Whoever was forwarded keeps the arrival of the first queue.
 *
 * Same input, same order.
 *
 * @param lastCalls  of this queue, newest first
 */
export function callOrder(
  waiting: readonly Waiting[],
  lastCalls: readonly CallKind[],
  now: Minute,
  policy: QueuePolicy,
): Waiting[] {
  const order: Waiting[] = []
  let left = [...waiting]
  let calls = [...lastCalls]
  while (left.length > 0) {
    const next = nextToCall(left, calls, now, policy) as Waiting
    order.push(next)
    calls = [kindOf(next), ...calls]
    left = left.filter(other => other !== next)
  }
  return order
}

/** Who is called next; `undefined` if nobody waits. */
export function nextToCall(
  waiting: readonly Waiting[],
  lastCalls: readonly CallKind[],
  now: Minute,
  policy: QueuePolicy,
): Waiting | undefined {
  const due = waiting.filter(each => each.dueAt <= now)
  if (due.length === 0) return waiting.toSorted(byTime)[0]

  const of = (kind: CallKind) => due.filter(each => kindOf(each) === kind)
  const [priority] = of('priority').toSorted(byArrival)
  const [booked] = of('booked').toSorted(byTime)
  const [walkIn] = of('walk-in').toSorted(byArrival)

  if (priority && lastCalls[0] !== 'priority') return priority
  if (walkIn && bookedInARow(lastCalls) >= policy.walkInAfterBooked) return walkIn
  return booked ?? walkIn ?? priority
}

/** As what somebody who waits will be called. */
export function kindOf(waiting: Pick<Waiting, 'priority' | 'bookedStart'>): CallKind {
  if (waiting.priority) return 'priority'
  return waiting.bookedStart === undefined ? 'walk-in' : 'booked'
}

/** Somebody with a ticket, as the queue sees them. Forwarded people and walk-ins with priority are due at once. */
export function waitingWith(ticket: Ticket, booking: Pick<Booking, 'start'>): Waiting {
  const { bookingNumber, code, bookedStart, arrivedAt, priority, forwarded } = ticket
  const atOnce = forwarded || (priority && bookedStart === undefined)
  return {
    ...{ bookingNumber, code, arrivedAt, priority },
    dueAt: atOnce ? 0 : (bookedStart ?? booking.start),
    ...(bookedStart !== undefined && { bookedStart }),
  }
}

/** Booked people called since the last walk-in; those with priority are not counted and do not end the row. */
function bookedInARow(lastCalls: readonly CallKind[]): number {
  const others = lastCalls.filter(kind => kind !== 'priority')
  const row = others.findIndex(kind => kind === 'walk-in')
  return row === -1 ? others.length : row
}

function byTime(one: Waiting, other: Waiting): number {
  return (one.bookedStart ?? one.dueAt) - (other.bookedStart ?? other.dueAt) || byArrival(one, other)
}

function byArrival(one: Waiting, other: Waiting): number {
  return compare(one.arrivedAt, other.arrivedAt) || one.bookingNumber - other.bookingNumber
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
