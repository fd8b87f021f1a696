import { withBooking } from './day.ts'
import type { Booking } from '../booking/booking.ts'
import type { Refusal } from '../booking/refusal.ts'
import type { Day } from './day.ts'
import { weighedBy } from './weighed-by.ts'
import { refusalOf } from './promise-refusal.ts'

/** What a new plan does to the promises made under the old one. */
export interface Displacement {
  /** The day with those that stay, each weighed as the new rules count. */
  readonly kept: Day
  /** Those that no longer fit, in the order in which they were booked, each with what stands in its way. */
  readonly displaced: readonly Displaced[]
}

export interface Displaced {
  readonly booking: Booking
  readonly refusal: Refusal
}

/**
 * Which bookings fit a new plan at the desk and the time they have. Those booked first stay; protected ones, and
 * those already in the building, stay before others (capacity model, section 8).
 *
 * @param day          the new plan with the bookings made under the old one
 * @param isProtected  whether a booking must stay before others; by default those for which something was arranged
 */
export function displacementOf(day: Day, isProtected: (booking: Booking) => boolean = hasNeeds): Displacement {
  const rank = (booking: Booking) => (isHere(booking) ? 0 : isProtected(booking) ? 1 : 2)
  const inOrder = day.bookings.toSorted((one, other) => rank(one) - rank(other) || one.number - other.number)

  let kept: Day = { ...day, bookings: [] }
  const displaced: Displaced[] = []
  for (const booking of inOrder) {
    const weighed = weighedBy(day.plan, booking)
    const refusal = refusalOf(kept, weighed)
    if (refusal) displaced.push({ booking, refusal })
    if (!refusal) kept = withBooking(kept, weighed, day.page)
  }
  return { kept, displaced: displaced.toSorted((one, other) => one.booking.number - other.booking.number) }
}

function hasNeeds(booking: Booking): boolean {
  return booking.needs.length > 0
}

function isHere(booking: Booking): boolean {
  return ['arrived', 'called', 'serving', 'served'].includes(booking.status)
}
