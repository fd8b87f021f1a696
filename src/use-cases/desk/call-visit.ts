import { onDay } from '../day/on-day.ts'
import { NotNow } from '../errors.ts'
import type { House } from '../house.ts'
import { attendingOf, deskAt, type Attending, type VisitKey } from './attendance.ts'
import { call } from './call.ts'
import { DeskBusyError, RoomFullError } from './errors.ts'
import { atDesk, callableNow, hallOf } from './hall.ts'

/**
 * Calls a chosen visit to a desk, whatever the order. Parked people are taken back by it. Calling who is called to this
 * desk already answers the visit as it is.
 *
 * @throws {NotFound} if there is no such visit with a ticket, or no such desk
 * @throws {NotNow} if it is not waiting
 * @throws {DeskBusyError} if the desk has somebody else
 * @throws {RoomFullError} if the room has no place for them now
 */
export function callVisit(house: House, key: VisitKey, deskId: string): Promise<Attending> {
  return onDay(house, key, async open => {
    const desk = deskAt(open, deskId)
    const standing = await attendingOf(open, key.bookingNumber)
    if (standing.booking.status === 'called' && standing.ticket.deskId === deskId) return standing
    if (standing.booking.status !== 'arrived') throw new NotNow(standing.booking.status)

    const hall = await hallOf(open)
    const busy = atDesk(hall, deskId)
    if (busy !== undefined) throw new DeskBusyError(busy)
    const answer = callableNow(open, hall, standing.booking, desk)
    if (!answer.callable) throw new RoomFullError(answer)
    return call(open, standing, desk, answer.seat)
  })
}
