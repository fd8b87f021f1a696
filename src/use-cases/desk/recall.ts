import { onDay } from '../day/on-day.ts'
import type { House } from '../house.ts'
import { attendingOf, type Attending, type VisitKey } from './attendance.ts'
import { takeStep } from './take-step.ts'

/** What came of calling again: called, or given up as absent because the calls are used up. */
export interface Recall {
  readonly kind: 'called' | 'absent'
  readonly visit: Attending
  /** Calls that are left before somebody counts as absent. */
  readonly callsLeft: number
}

/**
 * Calls somebody again who was called and did not come. After as many calls as the policy says they are absent: their
 * place is free, and the desk as well.
 *
 * @throws {NotFound}
 * @throws {NotNow} if nobody waits to come to the desk
 */
export function recall(house: House, key: VisitKey): Promise<Recall> {
  return onDay(house, key, async open => {
    const standing = await attendingOf(open, key.bookingNumber)
    const { ticket } = standing
    const { calls: mostCalls } = open.city.policy.checkIn
    const at = ticket.deskId === undefined ? {} : { deskId: ticket.deskId }
    if (ticket.calls >= mostCalls) return { kind: 'absent', visit: await takeStep(open, standing, 'absent', at), callsLeft: 0 }

    const again = { ...ticket, calls: ticket.calls + 1, lastCalledAt: house.clock.instant() }
    const visit = await takeStep(open, standing, 'recall', { ticket: again, ...at })
    return { kind: 'called', visit, callsLeft: mostCalls - again.calls }
  })
}
