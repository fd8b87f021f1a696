import { planOfDay } from './plan.ts'
import { displacementOf } from './displacement.ts'
import { weighedBy } from './weighed-by.ts'
import { withBooking } from './day.ts'
import type { Minute } from '../calendar.ts'
import type { City } from '../city.ts'
import type { Booking } from '../booking/booking.ts'
import type { Day, DayException } from './day.ts'
import type { Displaced } from './displacement.ts'

/** What a change of the day does to what was promised in it. */
export interface DayChangeEffect {
  /** The day by its new plan, with every booking that stays. */
  readonly staying: Day
  /** Bookings that no longer fit and of which somebody must decide, in the order in which they were booked. */
  readonly displaced: readonly Displaced[]
  /** Holds that no longer fit: nobody was promised anything yet. */
  readonly holds: readonly Booking[]
  /** Numbers of bookings that were kept before although they did not fit, and now do. */
  readonly fitAgain: readonly number[]
}

/**
 * What becomes of a day by exceptions. Whoever is being served, was served, or was kept before with a reason stays, above
 * a limit if need be: the program does not refuse what is so. What is over is over.
 *
 * @param exceptions  all of the day, the new ones last
 * @param now         the minute of this day; 0 before it
 * @param keptBefore  numbers of bookings that were kept by an earlier decision
 */
export function effectOf(
  city: City,
  day: Day,
  exceptions: readonly DayException[],
  now: Minute,
  keptBefore: ReadonlySet<number>,
): DayChangeEffect {
  const plan = planOfDay(city, day.plan.officeId, day.plan.date, exceptions)
  const { kept, displaced } = displacementOf({ plan, page: day.page, bookings: day.bookings })
  const staysAnyway = ({ status, deskUntil, number }: Booking) =>
    status === 'served' || status === 'serving' || deskUntil <= now || keptBefore.has(number)

  const anyway = displaced.filter(({ booking }) => staysAnyway(booking))
  const others = displaced.filter(({ booking }) => !staysAnyway(booking))
  return {
    staying: anyway.reduce((staying, { booking }) => withBooking(staying, weighedBy(plan, booking), day.page), kept),
    displaced: others.filter(({ booking }) => booking.status !== 'held'),
    fitAgain: kept.bookings.map(({ number }) => number).filter(number => keptBefore.has(number)),
    holds: others.map(({ booking }) => booking).filter(booking => booking.status === 'held'),
  }
}
