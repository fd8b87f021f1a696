import { withoutBooking } from '../../domain/capacity/day.ts'
import { visitOf } from '../../domain/capacity/visit.ts'
import { isPromised } from '../../domain/booking/status.ts'
import { isFree, seatAt } from '../../domain/queue/seat.ts'
import { onDay } from '../day/on-day.ts'
import { NotFound, NotNow } from '../errors.ts'
import type { House } from '../house.ts'
import { attendanceOf, deskAt, type Attendance, type VisitKey } from './attendance.ts'
import { writeBooking } from './write-booking.ts'

/** A visit with its needs as noted, and whether the time they take was found right after it. */
export interface Accommodation {
  readonly visit: Attendance
  readonly inFull: boolean
}

/**
 * Notes what a visit needs: step-free access, an interpreter, more time. No reason is kept. Where a need takes more
 * minutes the visit is made longer, if its desk and rooms are free.
 *
 * @param needs  ids of all the needs of the visit, in place of those it had
 * @throws {NotFound} if there is no such visit or need
 * @throws {NotNow} if the visit is over
 */
export function noteAccommodation(house: House, key: VisitKey, needs: readonly string[]): Promise<Accommodation> {
  return onDay(house, key, async open => {
    const standing = await attendanceOf(open, key.bookingNumber)
    const { booking } = standing
    if (needs.some(id => !open.city.needs.some(need => need.id === id))) throw new NotFound('need')
    if (!isPromised(booking.status) || booking.status === 'served') throw new NotNow(booking.status)

    const noted = { ...booking, needs: [...new Set(needs)].sort(), changedAt: house.clock.instant() }
    const extra = visitOf(open.city, noted).minutes - visitOf(open.city, booking).minutes
    const desk = deskAt(open, booking.deskId)
    const minutes = Math.max(5, booking.end - booking.start + extra)
    const seat = seatAt(open.day.plan, desk, booking.start, minutes, booking.party)
    const fits = extra <= 0 || isFree(withoutBooking(open.day, booking.number, open.day.page), seat)
    const after = fits && extra !== 0 ? { ...noted, ...seat } : noted
    await writeBooking(open, booking, after)
    return { visit: { ...standing, booking: after }, inFull: fits }
  })
}
