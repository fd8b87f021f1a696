import type { Minute } from '../calendar.ts'
import { byCodeUnit } from '../text-order.ts'
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
  const queue = inLines(waiting, now)
  const order: Waiting[] = []
  let calls = callsSoFar(lastCalls)
  for (let line = nextLine(queue, calls, policy); line; line = nextLine(queue, calls, policy)) {
    const next = line.shift() as Waiting
    order.push(next)
    calls = afterCall(calls, kindOf(next))
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
  return nextLine(inLines(waiting, now), callsSoFar(lastCalls), policy)?.[0]
}

/** Those who wait, each line in its own order. */
interface Lines {
  readonly priority: Waiting[]
  readonly booked: Waiting[]
  readonly walkIn: Waiting[]
  /** Those whose time has not come. */
  readonly early: Waiting[]
}

/** What matters of the calls so far. */
interface Calls {
  readonly last: CallKind | undefined
  /** Booked people called since the last walk-in; those with priority are not counted and do not end the row. */
  readonly bookedInARow: number
}

function inLines(waiting: readonly Waiting[], now: Minute): Lines {
  const due = waiting.filter(each => each.dueAt <= now)
  const of = (kind: CallKind) => due.filter(each => kindOf(each) === kind)
  return {
    priority: of('priority').sort(byArrival),
    booked: of('booked').sort(byTime),
    walkIn: of('walk-in').sort(byArrival),
    early: waiting.filter(each => each.dueAt > now).sort(byTime),
  }
}

/** The line whose first one is called next; `undefined` if all are empty. */
function nextLine({ priority, booked, walkIn, early }: Lines, calls: Calls, policy: QueuePolicy): Waiting[] | undefined {
  if (priority.length > 0 && calls.last !== 'priority') return priority
  if (walkIn.length > 0 && calls.bookedInARow >= policy.walkInAfterBooked) return walkIn
  return [booked, walkIn, priority, early].find(line => line.length > 0)
}

function callsSoFar(lastCalls: readonly CallKind[]): Calls {
  return lastCalls.reduceRight<Calls>(afterCall, { last: undefined, bookedInARow: 0 })
}

function afterCall({ bookedInARow }: Calls, kind: CallKind): Calls {
  if (kind === 'walk-in') return { last: kind, bookedInARow: 0 }
  return { last: kind, bookedInARow: kind === 'booked' ? bookedInARow + 1 : bookedInARow }
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

function byTime(one: Waiting, other: Waiting): number {
  return (one.bookedStart ?? one.dueAt) - (other.bookedStart ?? other.dueAt) || byArrival(one, other)
}

function byArrival(one: Waiting, other: Waiting): number {
  return byCodeUnit(one.arrivedAt, other.arrivedAt) || one.bookingNumber - other.bookingNumber
}
