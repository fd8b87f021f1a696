import { onDay } from '../day/on-day.ts'
import { NotNow } from '../errors.ts'
import type { House } from '../house.ts'
import { attendingOf, type Attending, type VisitKey } from './attendance.ts'
import { takeStep } from './take-step.ts'

/** Lets a visit that was set aside be called again, at the place that its time or arrival gives it. @throws {NotFound} @throws {NotNow} */
export function takeBack(house: House, key: VisitKey): Promise<Attending> {
  return onDay(house, key, async open => {
    const standing = await attendingOf(open, key.bookingNumber)
    if (!standing.ticket.parked) throw new NotNow(standing.booking.status)
    return takeStep(open, standing, 'take-back', { ticket: { ...standing.ticket, parked: false } })
  })
}
