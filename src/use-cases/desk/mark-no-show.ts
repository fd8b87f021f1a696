import { onDay } from '../day/on-day.ts'
import { NotNow } from '../errors.ts'
import type { House } from '../house.ts'
import { attendanceOf, minuteOf, type Attendance, type VisitKey } from './attendance.ts'
import { takeStep } from './take-step.ts'

/**
 * Notes that somebody has not come, or is gone; their place is free. Nobody is missing before their time.
 *
 * @throws {NotFound}
 * @throws {NotNow} if the visit is over, or its time has not come
 */
export function markNoShow(house: House, key: VisitKey): Promise<Attendance> {
  return onDay(house, key, async open => {
    const standing = await attendanceOf(open, key.bookingNumber)
    const { status, start } = standing.booking
    if (status === 'no-show') return standing
    if (status === 'booked' && minuteOf(open) < start) throw new NotNow(status)
    return takeStep(open, standing, 'no-show')
  })
}
