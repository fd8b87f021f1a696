import type { Minute } from '../../domain/calendar.ts'
import type { FullZone } from '../../domain/queue/room-heads.ts'
import type { DayKey } from '../../repositories/change-day.ts'
import { onDayIfNeeded } from '../day/unturned.ts'
import type { House } from '../house.ts'
import { attendingOf, deskAt, type Attending } from './attendance.ts'
import { call } from './call.ts'
import { atDesk, callableNow, hallOf, queueOf, type Callable } from './hall.ts'

/** What came of pressing "next". None of it is an error. */
export type NextCall =
  | { readonly kind: 'called'; readonly visit: Attending }
  /** The desk has somebody already: pressed twice, or not finished yet. */
  | { readonly kind: 'busy'; readonly visit: Attending }
  | { readonly kind: 'nobody' }
  /** People wait, but a room is full, or their time has not come and the plan cannot hold them before. */
  | { readonly kind: 'not-yet'; readonly waiting: number; readonly full?: FullZone; readonly notBefore?: Minute }

/**
 * Calls the next visit to a desk, by the published order. Whoever does not fit into the room now is passed over, and
 * keeps the place in the order. Two desks at once never get the same person.
 *
 * @throws {NotFound} if the office has no such desk
 */
export function callNext(house: House, day: DayKey, deskId: string): Promise<NextCall> {
  return onDayIfNeeded<NextCall>(house, day, async (open, unturned) => {
    const desk = deskAt(open, deskId)
    const hall = await hallOf(open)
    const busy = atDesk(hall, deskId)
    if (busy !== undefined) return unturned({ kind: 'busy', visit: await attendingOf(open, busy) })

    const queue = await queueOf(open, hall, desk.deskGroupId)
    if (queue.length === 0) return unturned({ kind: 'nobody' })

    let refused: Exclude<Callable, { callable: true }> | undefined
    for (const { bookingNumber } of queue) {
      const visit = await attendingOf(open, bookingNumber)
      const answer = callableNow(open, hall, visit.booking, desk)
      if (answer.callable) return { kind: 'called', visit: await call(open, visit, desk, answer.seat) }
      refused ??= answer
    }
    const { callable: _, ...why } = refused ?? { callable: false }
    return unturned({ kind: 'not-yet', waiting: queue.length, ...why })
  })
}
