import type { Ticket } from '../../domain/queue/ticket.ts'
import { onDay } from '../day/on-day.ts'
import type { House } from '../house.ts'
import { attendingOf, type Attending, type VisitKey } from './attendance.ts'
import { takeStep } from './take-step.ts'

/** Sets a visit aside: it keeps its ticket and is not called until taken back. @throws {NotFound} @throws {NotNow} */
export function park(house: House, key: VisitKey): Promise<Attending> {
  return onDay(house, key, async open => {
    const standing = await attendingOf(open, key.bookingNumber)
    if (standing.ticket.parked) return standing
    return takeStep(open, standing, 'park', { ticket: { ...uncalled(standing.ticket), parked: true } })
  })
}

/** A ticket that no desk has, as before its first call. */
export function uncalled(ticket: Ticket): Ticket {
  const { deskId: _, lastCalledAt: __, calledOnPage: ___, startedAt: ____, ...rest } = ticket
  return { ...rest, calls: 0 }
}
