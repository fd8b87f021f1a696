import { onDay } from '../day/on-day.ts'
import type { House } from '../house.ts'
import { attendingOf, type Attending, type VisitKey } from './attendance.ts'
import { takeStep } from './take-step.ts'

/** Gives somebody who waits priority, or takes it away. No reason is asked and none is kept. @throws {NotFound} @throws {NotNow} */
export function givePriority(house: House, key: VisitKey, priority = true): Promise<Attending> {
  return onDay(house, key, async open => {
    const standing = await attendingOf(open, key.bookingNumber)
    if (standing.ticket.priority === priority) return standing
    return takeStep(open, standing, 'give-priority', { ticket: { ...standing.ticket, priority } })
  })
}
