import type { Action } from '../../../domain/booking/transitions.ts'
import { isPresent } from '../../../domain/booking/transitions.ts'
import { insertStep } from '../../../repositories/visit-steps.ts'
import { saveTicket } from '../../../repositories/tickets.ts'
import type { OpenDay } from '../../day/on-day.ts'
import { ticketFor } from '../../desk/give-ticket.ts'
import { followAtDoor } from '../../entrance/follow-at-door.ts'
import { beforeOf, takeStep } from '../../desk/take-step.ts'
import type { Attendance, Attending } from '../../desk/attendance.ts'
import { cameAt, seatAgain } from './record-visit.ts'

/** What stands on paper beside a visit. */
export type Tick = 'arrived' | 'served' | 'no-show'

/** Whether a tick says the same as is known already: nothing is to be done. */
export function isKnown(tick: Tick, status: Attendance['booking']['status']): boolean {
  if (tick === 'arrived') return isPresent(status) || status === 'served'
  return tick === status
}

/**
 * Takes a visit to where paper says it was, by the steps of the queue; its place stays as promised, because paper does not
 * say when. The times of the steps are left out of the ticket: nobody measured them.
 *
 * @returns `undefined` if no desk is left for somebody whose place is gone
 */
export async function tickVisit(
  open: OpenDay,
  standing: Attendance,
  tick: Tick,
  reason: string,
): Promise<Attendance | undefined> {
  if (tick === 'no-show') return takeStep(open, standing, 'no-show')
  const here =
    standing.ticket && isPresent(standing.booking.status) ? (standing as Attending) : await arrive(open, standing, reason)
  if (!here || tick === 'arrived') return here
  return finish(open, here)
}

async function arrive(open: OpenDay, standing: Attendance, reason: string): Promise<Attending | undefined> {
  const { booking } = standing
  const given = await ticketFor(open, booking, { bookedStart: booking.start, lateMinutes: 0 }, standing.ticket)
  const ticket = { ...given, arrivedAt: cameAt(open, booking.start) }
  if (booking.status === 'booked') return { ticket, ...(await takeStep(open, standing, 'check-in', { ticket })) }

  // Given up as missing: the place may be somebody else's by now.
  const at = open.house.clock.instant()
  const { number: bookingNumber } = booking
  const before = beforeOf(standing, true)
  const seated = await seatAgain(open, { ...booking, status: 'arrived', changedAt: at }, reason)
  if (!seated) return undefined
  await insertStep(open.trx, open.turned, { bookingNumber, step: 'check-in', at, before })
  await saveTicket(open.trx, ticket)
  await followAtDoor(open, seated, ticket)
  return { booking: seated, ticket }
}

const waysToEnd: Readonly<Record<'arrived' | 'called' | 'serving', readonly Action[]>> = {
  arrived: ['call', 'start', 'finish'],
  called: ['start', 'finish'],
  serving: ['finish'],
}

async function finish(open: OpenDay, here: Attending): Promise<Attending> {
  const { status } = here.booking
  if (!isPresent(status)) return here
  const deskId = here.ticket.deskId ?? here.booking.deskId
  let visit = here
  for (const step of waysToEnd[status])
    visit = await takeStep(open, visit, step, { ticket: { ...visit.ticket, parked: false, deskId }, deskId })
  return visit
}
