import { onDay } from '../day/on-day.ts'
import type { House } from '../house.ts'
import { attendingOf, type Attending, type VisitKey } from './attendance.ts'
import { takeStep } from './take-step.ts'

/** Notes that whoever was called is at the desk now. @throws {NotFound} @throws {NotNow} if nobody was called */
export function startServing(house: House, key: VisitKey): Promise<Attending> {
  return onDay(house, key, async open => {
    const standing = await attendingOf(open, key.bookingNumber)
    const ticket = { ...standing.ticket, startedAt: house.clock.instant() }
    return takeStep(open, standing, 'start', { ticket, ...(ticket.deskId !== undefined && { deskId: ticket.deskId }) })
  })
}
