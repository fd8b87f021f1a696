import { isAtDesk, isUndoable } from '../../domain/booking/transitions.ts'
import { isPromised, type Status } from '../../domain/booking/status.ts'
import { isFree } from '../../domain/queue/seat.ts'
import { withId } from '../../domain/with-id.ts'
import type { BookingRecord } from '../../repositories/bookings.ts'
import { saveTicket } from '../../repositories/tickets.ts'
import { insertStep, lastStep, markUndone } from '../../repositories/visit-steps.ts'
import type { Before, VisitStep } from '../../repositories/visit-step-row.ts'
import { onDay, type OpenDay } from '../day/on-day.ts'
import { followAtDoor } from '../entrance/follow-at-door.ts'
import { NotNow } from '../errors.ts'
import type { House } from '../house.ts'
import { attendanceOf, nowAt, stillAs, type Attendance, type VisitKey } from './attendance.ts'
import { DeskBusyError } from './errors.ts'
import { atDesk, fullZoneOnTheWay, hallOf } from './hall.ts'
import { soonestSeat, visitOnTheSpot } from './soonest-seat.ts'
import { beforeOf } from './take-step.ts'
import { writeBooking } from './write-booking.ts'

/**
 * Takes back the last thing done to a visit, and the one before when asked again. Whoever was given up as absent comes
 * back into the queue if the desk has called somebody else meanwhile, or the room has filled. Whoever comes back into the
 * queue and whose place is gone gets the soonest one that the plan holds.
 *
 * @param seen  the status that is to be taken back, if it is known
 * @throws {NotFound}
 * @throws {NotNow} if there is nothing to take back, or the visit has changed since it was seen
 * @throws {BookingRefused} if the place was given to somebody else
 * @throws {DeskBusyError} if the desk serves somebody else
 */
export function undo(house: House, key: VisitKey, seen?: Status): Promise<Attendance> {
  return onDay(house, key, async open => {
    const standing = await attendanceOf(open, key.bookingNumber)
    stillAs(seen, standing)
    const step = await lastStep(open.trx, open.turned, key.bookingNumber)
    if (!step || step.step === 'admit' || step.step === 'undo' || !isUndoable(step.step))
      throw new NotNow(standing.booking.status)

    const before = seated(open, standing, await placeInHall(open, standing, step))
    await markUndone(open.trx, step.number)
    await insertStep(open.trx, open.turned, {
      bookingNumber: key.bookingNumber,
      step: 'undo',
      at: house.clock.instant(),
      before: beforeOf(standing, true),
    })
    return bringBack(open, standing, before)
  })
}

/**
 * What to bring back: as it was, but nobody returns to a desk that has somebody else, or is called once more into a room
 * that has filled. Whoever was being served sits there, whatever the room allows.
 */
async function placeInHall(open: OpenDay, { booking }: Attendance, { before }: VisitStep): Promise<Before> {
  const deskId = before.ticket?.deskId
  if (deskId === undefined || !isAtDesk(before.status)) return before

  const hall = await hallOf(open)
  const busy = atDesk(hall, deskId)
  if (busy !== undefined && busy !== booking.number) {
    if (before.status === 'serving' || isPromised(booking.status)) throw new DeskBusyError(busy)
    return intoQueue(before)
  }
  const isServedOn = before.status === 'serving' || isAtDesk(booking.status)
  const desk = withId(open.city.desks, deskId)
  return isServedOn || (desk && !fullZoneOnTheWay(open, hall, booking, desk)) ? before : intoQueue(before)
}

function intoQueue(before: Before): Before {
  const { deskId: _, calledOnPage: __, ...ticket } = before.ticket as NonNullable<Before['ticket']>
  return { ...before, status: 'arrived', ticket: { ...ticket, calls: 0 } }
}

/** Who comes back into the queue takes the soonest place, if the one they had is gone. */
function seated(open: OpenDay, { booking }: Attendance, before: Before): Before {
  if (before.status !== 'arrived' || isPromised(booking.status) || isFree(open.day, before.seat ?? booking)) return before
  const soonest = soonestSeat(open.city, open.day, visitOnTheSpot(open.city, { ...booking, channel: 'walk-in' }), nowAt(open))
  if (!soonest.placed) return before
  const { placed: _, ...seat } = soonest
  return { ...before, seat }
}

async function bringBack(open: OpenDay, standing: Attendance, before: Before): Promise<Attendance> {
  const booking: BookingRecord = {
    ...standing.booking,
    ...before.seat,
    status: before.status,
    changedAt: open.house.clock.instant(),
  }
  await writeBooking(open, standing.booking, booking)
  // A ticket that was given keeps its number, even if nobody has come after all.
  if (before.ticket) await saveTicket(open.trx, before.ticket)
  const ticket = before.ticket ?? standing.ticket
  await followAtDoor(open, booking, ticket, standing.booking.status === 'called' && booking.status === 'arrived')
  return { booking, ...(ticket && { ticket }) }
}
