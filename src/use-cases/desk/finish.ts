import { cutAt } from '../../domain/queue/cut-seat.ts'
import { onDay, type OpenDay } from '../day/on-day.ts'
import type { House } from '../house.ts'
import { attendingOf, deskAt, minuteOf, type Attending, type VisitKey } from './attendance.ts'
import { takeStep } from './take-step.ts'

/**
 * Notes that a visit has been served. What is left of its place, at the desk and in the rooms, is given back from the
 * next tick on.
 *
 * @throws {NotFound}
 * @throws {NotNow} if it is not being served
 */
export function finish(house: House, key: VisitKey): Promise<Attending> {
  return onDay(house, key, async open => {
    const standing = await attendingOf(open, key.bookingNumber)
    const ticket = { ...standing.ticket, finishedAt: house.clock.instant() }
    const at = ticket.deskId === undefined ? {} : { deskId: ticket.deskId }
    return takeStep(open, standing, 'finish', { ticket, seat: seatUntilNow(open, standing), ...at })
  })
}

/** The seat of a visit that ends now. */
export function seatUntilNow(open: OpenDay, { booking }: Attending) {
  const desk = deskAt(open, booking.deskId)
  return cutAt(open.day.plan, booking, desk.zoneId, booking.party, minuteOf(open))
}
