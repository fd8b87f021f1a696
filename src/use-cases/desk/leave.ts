import type { Status } from '../../domain/booking/status.ts'
import { onDay } from '../day/on-day.ts'
import type { House } from '../house.ts'
import { attendingOf, stillAs, type Attending, type VisitKey } from './attendance.ts'
import { takeStep } from './take-step.ts'

/**
 * Notes that somebody gave up waiting and went; their place is free.
 *
 * @param seen  the status in which somebody saw them go, if it is known
 * @throws {NotFound}
 * @throws {NotNow} if nobody waits, or the visit has changed since it was seen
 */
export function leave(house: House, key: VisitKey, seen?: Status): Promise<Attending> {
  return onDay(house, key, async open => {
    const standing = await attendingOf(open, key.bookingNumber)
    stillAs(seen, standing)
    return takeStep(open, standing, 'leave', { ticket: { ...standing.ticket, leftAt: house.clock.instant() } })
  })
}
