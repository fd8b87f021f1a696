import { withoutBooking } from '../../domain/capacity/day.ts'
import type { Visit } from '../../domain/capacity/visit.ts'
import type { EligibleDesk } from '../../domain/capacity/eligible-desks.ts'
import type { Seat } from '../../domain/queue/seat.ts'
import { onDay, type OpenDay } from '../day/on-day.ts'
import { NotFound } from '../errors.ts'
import type { House } from '../house.ts'
import { attendingOf, nowAt, type Attending, type VisitKey } from './attendance.ts'
import { seatUntilNow } from './finish.ts'
import { uncalled } from './park.ts'
import { soonestSeat, visitOnTheSpot } from './soonest-seat.ts'
import { takeStep } from './take-step.ts'

/** A visit that was sent on, and whether the plan holds a place for it at the new desks. */
export interface Forwarded {
  readonly visit: Attending
  readonly placed: boolean
}

/**
 * Sends a visit on to another desk group of the office, with the same ticket and the arrival it has. It takes the soonest
 * place there; where there is none it waits without, and is called when the room has one for it.
 *
 * @throws {NotFound} if the office has no such visit or desk group
 * @throws {NotNow} if nobody is there
 */
export function forward(house: House, key: VisitKey, deskGroupId: string): Promise<Forwarded> {
  return onDay(house, key, async open => {
    const standing = await attendingOf(open, key.bookingNumber)
    if (standing.ticket.deskGroupId === deskGroupId) return { visit: standing, placed: true }

    const soonest = soonestSeat(
      open.city,
      withoutBooking(open.day, key.bookingNumber, open.day.page),
      visitAt(open, standing, deskGroupId),
      nowAt(open),
    )
    const { booking, ticket } = standing
    const left = booking.status === 'serving' ? seatUntilNow(open, standing) : undefined
    const seat = soonest.placed ? seatOf(soonest) : left
    const visit = await takeStep(open, standing, 'forward', {
      ticket: { ...uncalled(ticket), deskGroupId, forwarded: true, parked: false },
      ...(seat && { seat }),
    })
    return { visit, placed: soonest.placed }
  })
}

/** The same visit at the desks of another group, whatever matters they do. @throws {NotFound} */
function visitAt(open: OpenDay, { booking }: Attending, deskGroupId: string): Visit {
  const group = open.city.deskGroups.find(each => each.id === deskGroupId && each.officeId === open.turned.officeId)
  if (!group) throw new NotFound('desk group')
  const desks = open.city.desks
    .filter(desk => desk.deskGroupId === deskGroupId)
    .map((desk): EligibleDesk => ({
      id: desk.id,
      officeId: desk.officeId,
      zoneId: desk.zoneId,
      slotEveryMinutes: group.slotEveryMinutes,
      services: 1,
    }))
  return { ...visitOnTheSpot(open.city, { ...booking, channel: 'walk-in' }), desks }
}

function seatOf({ deskId, start, end, deskUntil, presence }: Seat): Seat {
  return { deskId, start, end, deskUntil, presence }
}
