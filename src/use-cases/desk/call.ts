import type { Desk } from '../../domain/city.ts'
import type { Seat } from '../../domain/queue/seat.ts'
import type { OpenDay } from '../day/on-day.ts'
import type { Attending } from './attendance.ts'
import { takeStep } from './take-step.ts'

/** Calls somebody who waits to a desk, for the first time. */
export function call(open: OpenDay, standing: Attending, desk: Desk, seat: Seat): Promise<Attending> {
  const ticket = {
    ...standing.ticket,
    parked: false,
    calls: 1,
    lastCalledAt: open.house.clock.instant(),
    calledOnPage: open.turned.page,
    deskId: desk.id,
  }
  return takeStep(open, standing, 'call', { ticket, seat, deskId: desk.id })
}
