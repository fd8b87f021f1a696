import { onDay } from '../day/on-day.ts'
import type { House } from '../house.ts'
import { attendingOf, type Attending, type VisitKey } from './attendance.ts'
import { takeStep } from './take-step.ts'

/** Notes that somebody gave up waiting and went; their place is free. @throws {NotFound} @throws {NotNow} */
export function leave(house: House, key: VisitKey): Promise<Attending> {
  return onDay(house, key, async open => {
    const standing = await attendingOf(open, key.bookingNumber)
    return takeStep(open, standing, 'leave', { ticket: { ...standing.ticket, leftAt: house.clock.instant() } })
  })
}
