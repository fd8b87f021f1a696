import type { Minute, Moment } from '../../domain/calendar.ts'
import type { BookingRecord } from '../../repositories/bookings.ts'
import { keyOf } from '../../repositories/change-day.ts'
import { cityOf } from '../../repositories/city.ts'
import { daysOf, type DayAsOf } from '../../repositories/days.ts'
import { queueNow, type QueueNow } from '../desk/waiting-now.ts'
import { wholeDay } from '../desk/whole-day.ts'
import type { House } from '../house.ts'
import { canSayLate } from './say-late.ts'

/** What somebody can be told on the day of their visit. */
export interface DayOfVisit {
  readonly now: Moment
  /** The last minute at which the office lets them in as booked. */
  readonly comeBy: Minute
  /** By how much they said they would be late. */
  readonly saysLateMinutes?: number
  readonly canSayLate: boolean
  /** How their queue runs; absent before anybody has come. */
  readonly queue?: QueueNow
}

/** How the office of a visit runs; `undefined` unless the visit is of today and still to come. */
export async function dayOfVisit(house: House, booking: BookingRecord): Promise<DayOfVisit | undefined> {
  const city = await cityOf(house.db)
  const office = city.offices.find(each => each.id === booking.officeId)
  const now = office && house.clock.now(office.timeZone)
  if (now?.date !== booking.date || booking.status !== 'booked') return undefined

  const days = await daysOf(house.db, city, [booking.officeId], booking.date, booking.date)
  const { day } = days.get(keyOf(booking)) as DayAsOf
  const { rows } = await wholeDay(house, city, booking, day)
  const own = rows.find(row => row.bookingNumber === booking.number)
  const hasBegun = rows.some(({ ticket, deskGroupId }) => ticket && deskGroupId === own?.deskGroupId)
  const { latestAfterMinutes } = day.plan
  return {
    now,
    comeBy: booking.start + latestAfterMinutes,
    canSayLate: canSayLate(booking.start, latestAfterMinutes, now.minute),
    ...(own?.saysLateMinutes !== undefined && { saysLateMinutes: own.saysLateMinutes }),
    ...(own && hasBegun && { queue: queueNow(city, day, rows, own.deskGroupId, now.minute) }),
  }
}
