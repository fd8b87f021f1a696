import type { Moment } from '../../domain/calendar.ts'
import type { City } from '../../domain/city.ts'
import type { VisitRequest } from '../../domain/booking/booking.ts'
import type { Day } from '../../domain/capacity/day.ts'
import { occupancyOf } from '../../domain/capacity/occupancy.ts'
import { place, type Placed, type Placement } from '../../domain/capacity/placement.ts'
import { visitOf, type Visit } from '../../domain/capacity/visit.ts'
import { keyOf } from '../../repositories/change-day.ts'
import { cityOf, lastCityOf } from '../../repositories/city.ts'
import { daysOf, lastSeen } from '../../repositories/days.ts'
import type { OpenDay } from '../day/on-day.ts'
import { BookingRefused } from '../errors.ts'
import type { House } from '../house.ts'

/** Where a visit would be placed on a day as this process saw it last. */
export interface Foreseen {
  readonly day: Day
  readonly visit: Visit
  readonly placement: Placement
}

/**
 * Looks where a visit would be placed, and refuses what is already known to be taken, by reading alone: whoever comes
 * second to a place need not wait for the writers of its day. What seems free is decided when the day is opened.
 *
 * @returns  `undefined` where this process has not seen the day yet
 * @throws {BookingRefused}
 */
export async function foresee(house: House, request: VisitRequest, now: Moment): Promise<Foreseen | undefined> {
  const seen = lastSeen(house.db, request)
  if (!seen) return undefined
  const foreseen = placedOn(await lastCityOf(house.db), seen, request, now)
  if (foreseen.placement.placed) return foreseen

  const city = await cityOf(house.db)
  const days = await daysOf(house.db, city, [request.officeId], request.date, request.date)
  const standing = days.get(keyOf(request))
  if (!standing || hasHoldsToEnd(standing.day, house.clock.instant())) return undefined
  const certain = placedOn(city, standing.day, request, now)
  if (!certain.placement.placed) throw new BookingRefused(certain.placement.refusal)
  return certain
}

/** Places a visit on an open day; where nothing has changed since it was foreseen, there. @throws {BookingRefused} */
export function placeAsked(
  open: OpenDay,
  request: VisitRequest,
  now: Moment,
  foreseen?: Foreseen,
): { visit: Visit; placed: Placed } {
  const { visit, placement } = foreseen?.day === open.day ? foreseen : placedOn(open.city, open.day, request, now)
  if (!placement.placed) throw new BookingRefused(placement.refusal)
  return { visit, placed: placement }
}

function placedOn(city: City, day: Day, request: VisitRequest, now: Moment): Foreseen {
  const visit = visitOf(city, request)
  return { day, visit, placement: place(day, visit, request.start, now) }
}

/** Opening the day will free their places. */
function hasHoldsToEnd(day: Day, instant: string): boolean {
  return occupancyOf(day).holds.some(hold => (hold.expiresAt as string) <= instant)
}
