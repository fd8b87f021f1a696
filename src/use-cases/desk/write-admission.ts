import type { BookingRecord } from '../../repositories/bookings.ts'
import { saveTicket } from '../../repositories/tickets.ts'
import { insertStep } from '../../repositories/visit-steps.ts'
import type { OpenDay } from '../day/on-day.ts'
import { followAtDoor } from '../entrance/follow-at-door.ts'
import type { Attending } from './attendance.ts'
import { ticketFor } from './give-ticket.ts'
import { beforeOf } from './take-step.ts'

/**
 * Writes that somebody without a booking is there: the ticket, the count of heads, and the step, so that it can be undone.
 *
 * @param booking    their place, written already, as `arrived`
 * @param arrivedAt  UTC instant; now, if it is not said
 */
export async function writeAdmission(open: OpenDay, booking: BookingRecord, arrivedAt?: string): Promise<Attending> {
  const given = await ticketFor(open, booking, { lateMinutes: 0 })
  const ticket = { ...given, arrivedAt: arrivedAt ?? given.arrivedAt }
  await saveTicket(open.trx, ticket)
  await followAtDoor(open, booking, ticket)
  await insertStep(open.trx, open.turned, {
    bookingNumber: booking.number,
    step: 'admit',
    at: booking.createdAt,
    before: beforeOf({ booking }, false),
  })
  return { booking, ticket }
}
