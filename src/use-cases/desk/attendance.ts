import type { Desk } from '../../domain/city.ts'
import type { Minute, Moment } from '../../domain/calendar.ts'
import type { Status } from '../../domain/booking/status.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { bookingByNumber, type BookingRecord } from '../../repositories/bookings.ts'
import type { DayKey } from '../../repositories/change-day.ts'
import { ticketOf } from '../../repositories/tickets.ts'
import type { OpenDay } from '../day/on-day.ts'
import { NotFound, NotNow } from '../errors.ts'
import { minuteIn, timeZoneOf } from './when.ts'

/** A visit as it stands at the desks: the booking, and the ticket once somebody has come. */
export interface Attendance {
  readonly booking: BookingRecord
  readonly ticket?: Ticket
}

/** Lets pass what is still as somebody saw it who now wants to change it. @throws {NotNow} if it has changed meanwhile */
export function stillAs(seen: Status | undefined, { booking }: Attendance): void {
  if (seen !== undefined && booking.status !== seen) throw new NotNow(booking.status)
}

/** The same once a ticket was given. */
export type Attending = Required<Attendance>

/** Which visit of which day. */
export interface VisitKey extends DayKey {
  readonly bookingNumber: number
}

/** A visit of an open day. @throws {NotFound} if the day has no such visit, or it was moved elsewhere */
export async function attendanceOf(open: OpenDay, bookingNumber: number): Promise<Attendance> {
  const booking = await bookingByNumber(open.trx, bookingNumber)
  if (!booking || booking.officeId !== open.turned.officeId || booking.date !== open.turned.date) throw new NotFound('booking')
  const ticket = await ticketOf(open.trx, open.turned, bookingNumber)
  return { booking, ...(ticket && { ticket }) }
}

/** The same of a visit that has a ticket. @throws {NotFound} also if it has none */
export async function attendingOf(open: OpenDay, bookingNumber: number): Promise<Attending> {
  const { booking, ticket } = await attendanceOf(open, bookingNumber)
  if (!ticket) throw new NotFound('ticket')
  return { booking, ticket }
}

/** A desk of the open day's office. @throws {NotFound} */
export function deskAt(open: Pick<OpenDay, 'city' | 'turned'>, deskId: string): Desk {
  const desk = open.city.desks.find(each => each.id === deskId && each.officeId === open.turned.officeId)
  if (!desk) throw new NotFound('desk')
  return desk
}

/** Now, by the clock of the open day's office. */
export function nowAt(open: Pick<OpenDay, 'city' | 'turned' | 'house'>): Moment {
  return open.house.clock.now(timeZoneOf(open.city, open.turned.officeId))
}

/** Now as a minute of the open day: 0 before it, 1440 after it. */
export function minuteOf(open: Pick<OpenDay, 'city' | 'turned' | 'house'>): Minute {
  return minuteIn(open.turned.date, nowAt(open))
}
