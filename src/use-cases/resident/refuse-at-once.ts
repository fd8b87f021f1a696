import type { Moment } from '../../domain/calendar.ts'
import type { City } from '../../domain/city.ts'
import type { VisitRequest } from '../../domain/booking/booking.ts'
import type { Day } from '../../domain/capacity/day.ts'
import { occupancyOf } from '../../domain/capacity/occupancy.ts'
import { place, type Placement } from '../../domain/capacity/placement.ts'
import { visitOf } from '../../domain/capacity/visit.ts'
import { keyOf } from '../../repositories/change-day.ts'
import { cityOf, lastCityOf } from '../../repositories/city.ts'
import { daysOf, lastSeen } from '../../repositories/days.ts'
import { BookingRefused } from '../errors.ts'
import type { House } from '../house.ts'

/**
 * Refuses what is already known to be taken, by reading alone: whoever comes second to a place need not wait for the
 * writers of its day. What seems free is decided when the day is opened.
 *
 * @throws {BookingRefused}
 */
export async function refuseAtOnce(house: House, request: VisitRequest, now: Moment): Promise<void> {
  const seen = lastSeen(house.db, request)
  if (!seen || answer(await lastCityOf(house.db), seen, request, now).placed) return

  const city = await cityOf(house.db)
  const days = await daysOf(house.db, city, [request.officeId], request.date, request.date)
  const standing = days.get(keyOf(request))
  if (!standing || hasHoldsToEnd(standing.day, house.clock.instant())) return
  const placement = answer(city, standing.day, request, now)
  if (!placement.placed) throw new BookingRefused(placement.refusal)
}

function answer(city: City, day: Day, request: VisitRequest, now: Moment): Placement {
  return place(day, visitOf(city, request), request.start, now)
}

/** Opening the day will free their places. */
function hasHoldsToEnd(day: Day, instant: string): boolean {
  return occupancyOf(day).holds.some(hold => (hold.expiresAt as string) <= instant)
}
