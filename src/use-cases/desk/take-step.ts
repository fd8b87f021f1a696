import { statusAfter, type Action } from '../../domain/booking/transitions.ts'
import type { Seat } from '../../domain/queue/seat.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import type { BookingRecord } from '../../repositories/bookings.ts'
import { saveTicket } from '../../repositories/tickets.ts'
import { insertStep } from '../../repositories/visit-steps.ts'
import type { Before } from '../../repositories/visit-step-row.ts'
import type { OpenDay } from '../day/on-day.ts'
import { followAtDoor } from '../entrance/follow-at-door.ts'
import { NotNow } from '../errors.ts'
import type { Attendance } from './attendance.ts'
import { writeBooking } from './write-booking.ts'

/** What a step makes of a visit, besides its status. What is absent stays. */
export interface StepChange<T extends Ticket | undefined = Ticket | undefined> {
  readonly ticket?: T
  readonly seat?: Seat
  /** Where it was done. */
  readonly deskId?: string
}

/**
 * Takes one step of a visit, as the table of statuses allows: notes what stood before, then writes the booking, its
 * place in the ledger and its ticket. The count of heads follows.
 *
 * @throws {NotNow} if the table does not allow it
 * @throws {BookingRefused} if a new seat is not free
 */
export async function takeStep<A extends Attendance>(
  open: OpenDay,
  standing: A,
  action: Action,
  change: StepChange<A['ticket']> = {},
): Promise<A> {
  const status = statusAfter(action, standing.booking.status)
  if (status === undefined) throw new NotNow(standing.booking.status)

  const at = open.house.clock.instant()
  await insertStep(open.trx, open.turned, {
    bookingNumber: standing.booking.number,
    step: action,
    ...(change.deskId !== undefined && { deskId: change.deskId }),
    at,
    before: beforeOf(standing, change.seat !== undefined),
  })
  const { expiresAt: _, ...stays } = standing.booking
  const booking: BookingRecord = { ...stays, ...change.seat, status, changedAt: at }
  await writeBooking(open, standing.booking, booking)
  if (change.ticket) await saveTicket(open.trx, change.ticket)
  await followAtDoor(open, booking, change.ticket ?? standing.ticket)
  return { ...standing, booking, ...(change.ticket && { ticket: change.ticket }) }
}

/** What is brought back if the next step is undone; the seat only if that step changes it. */
export function beforeOf({ booking, ticket }: Attendance, withSeat: boolean): Before {
  const { deskId, start, end, deskUntil, presence } = booking
  return {
    status: booking.status,
    ...(withSeat && { seat: { deskId, start, end, deskUntil, presence } }),
    ...(ticket && { ticket }),
  }
}
