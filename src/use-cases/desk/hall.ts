import { tickMinutes, type Minute } from '../../domain/calendar.ts'
import type { Desk } from '../../domain/city.ts'
import type { Booking } from '../../domain/booking/booking.ts'
import { isPresent } from '../../domain/booking/transitions.ts'
import { withoutBooking } from '../../domain/capacity/day.ts'
import { visitOf } from '../../domain/capacity/visit.ts'
import { callOrder, kindOf, waitingWith, type Waiting } from '../../domain/queue/call-order.ts'
import { queuePolicyOf } from '../../domain/queue/queue-policy.ts'
import { planInFact } from '../../domain/queue/plan-in-fact.ts'
import { fullZoneFor, type FullZone, type PresentParty } from '../../domain/queue/room-heads.ts'
import { seatNow, type Seat } from '../../domain/queue/seat.ts'
import { isWaiting, type Ticket } from '../../domain/queue/ticket.ts'
import { lastCalled, ticketsOfDay } from '../../repositories/tickets.ts'
import type { OpenDay } from '../day/on-day.ts'
import { minuteOf } from './attendance.ts'

/** Who is at the office now: bookings and tickets of everybody who has come and not gone. */
export interface Hall {
  readonly here: readonly { readonly booking: Booking; readonly ticket: Ticket }[]
  readonly present: readonly PresentParty[]
  readonly now: Minute
}

/** Who is at the office on an open day. */
export async function hallOf(open: OpenDay): Promise<Hall> {
  const bookings = open.day.bookings.filter(booking => isPresent(booking.status))
  const numbers = bookings.map(booking => booking.number)
  const tickets = new Map((await ticketsOfDay(open.trx, open.turned, numbers)).map(ticket => [ticket.bookingNumber, ticket]))
  const here = bookings.flatMap(booking => {
    const ticket = tickets.get(booking.number)
    return ticket ? [{ booking, ticket }] : []
  })
  return { here, present: here.flatMap(({ booking, ticket }) => presentParty(open, booking, ticket)), now: minuteOf(open) }
}

/** The number of the booking that a desk has called or serves; `undefined` if it is free. */
export function atDesk(hall: Hall, deskId: string): number | undefined {
  return hall.here.find(({ booking, ticket }) => booking.status !== 'arrived' && ticket.deskId === deskId)?.booking.number
}

/** The queue of a desk group, in the order of calls. */
export async function queueOf(open: OpenDay, hall: Hall, deskGroupId: string): Promise<Waiting[]> {
  const policy = queuePolicyOf(open.city.policy)
  const waiting = hall.here
    .filter(({ booking, ticket }) => isWaiting(booking.status, ticket) && ticket.deskGroupId === deskGroupId)
    .map(({ booking, ticket }) => waitingWith(ticket, booking))
  const calls = await lastCalled(open.trx, open.turned, deskGroupId, callsThatMatter)
  return callOrder(waiting, calls.map(kindOf), hall.now, policy)
}

/** Whether somebody can be called to a desk now, and at which seat the plan counts them from now on. */
export type Callable =
  | { readonly callable: true; readonly seat: Seat }
  | { readonly callable: false; readonly full?: FullZone; readonly notBefore?: Minute }

/**
 * Asks the rooms and the plan: nobody is called into a room that is full; before their time people are called only if
 * the plan holds them from now on. The clerk who calls is at the desk, whatever the plan says of its shift.
 */
export function callableNow(open: OpenDay, hall: Hall, booking: Booking, desk: Desk): Callable {
  const full = fullZoneOnTheWay(open, hall, booking, desk)
  if (full) return { callable: false, full }

  const others = withoutBooking(open.day, booking.number, open.day.page)
  const { minutes } = visitOf(open.city, { ...booking, groups: [] })
  const seat = seatNow(others, desk, { serviceId: booking.serviceId, minutes, party: booking.party }, hall.now)
  if (seat) return { callable: true, seat }
  if (booking.start > hall.now + tickMinutes) return { callable: false, notBefore: booking.start }
  return { callable: true, seat: seatOf(booking) }
}

/** The zone that has no room for somebody who would be called to a desk now; `undefined` if there is room. */
export function fullZoneOnTheWay(open: OpenDay, hall: Hall, booking: Booking, desk: Desk): FullZone | undefined {
  const [party] = presentParty(open, { ...booking, status: 'arrived' }, undefined)
  const inFact = planInFact(open.city, open.day.plan, [desk.id, ...busyDesks(hall)], hall.now)
  return party && fullZoneFor(open.day.plan, hall.present, party, desk.zoneId, hall.now, inFact)
}

/** Desks that have called or serve somebody. */
function busyDesks(hall: Hall): string[] {
  return hall.here.flatMap(({ booking, ticket }) => (booking.status === 'arrived' ? [] : (ticket.deskId ?? [])))
}

/** Enough to know whether so many booked people were called in a row. */
const callsThatMatter = 50

function presentParty(open: OpenDay, booking: Booking, ticket: Ticket | undefined): PresentParty[] {
  const { number: bookingNumber, party, status, start } = booking
  const deskId = status === 'arrived' ? booking.deskId : (ticket?.deskId ?? booking.deskId)
  const desk = open.city.desks.find(each => each.id === deskId)
  return desk && isPresent(status) ? [{ bookingNumber, party, status, zoneId: desk.zoneId, start }] : []
}

function seatOf({ deskId, start, end, deskUntil, presence }: Booking): Seat {
  return { deskId, start, end, deskUntil, presence }
}
