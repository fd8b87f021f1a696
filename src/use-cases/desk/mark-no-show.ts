import type { Status } from '../../domain/booking/status.ts'
import { onDay } from '../day/on-day.ts'
import { NotNow } from '../errors.ts'
import type { House } from '../house.ts'
import { attendanceOf, minuteOf, stillAs, type Attendance, type VisitKey } from './attendance.ts'
import { takeStep } from './take-step.ts'

/**
 * Notes that somebody has not come, or is gone; their place is free. Nobody is missing before their time.
 *
 * @param seen  the status in which they were seen to be missing: whoever has checked in a moment ago is not
 * @throws {NotFound}
 * @throws {NotNow} if the visit has changed since it was seen, is over, or its time has not come
 */
export function markNoShow(house: House, key: VisitKey, seen: Status): Promise<Attendance> {
  return onDay(house, key, async open => {
    const standing = await attendanceOf(open, key.bookingNumber)
    const { status, start } = standing.booking
    if (status === 'no-show') return standing
    stillAs(seen, standing)
    if (status === 'booked' && minuteOf(open) < start) throw new NotNow(status)
    return takeStep(open, standing, 'no-show')
  })
}
