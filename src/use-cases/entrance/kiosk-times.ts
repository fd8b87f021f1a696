import { addDays, type Moment } from '../../domain/calendar.ts'
import type { Alternative } from '../errors.ts'
import type { House } from '../house.ts'
import { offersOf } from '../resident/offers-of.ts'
import type { alone } from './kiosk-matters.ts'

/** So many days ahead a kiosk offers times. */
export const kioskDaysAhead = 14

/** The free times of the next days at every office, in the order of time. */
export async function freeTimesOf(
  house: House,
  asked: typeof alone & { serviceId: string },
  now: Moment,
): Promise<Alternative[]> {
  const { offices } = await offersOf(house, { ...asked, from: now.date, to: addDays(now.date, kioskDaysAhead) })
  return offices
    .flatMap(({ officeId, days }) => days.flatMap(({ date, times }) => times.map(({ start }) => ({ officeId, date, start }))))
    .toSorted((one, other) => one.date.localeCompare(other.date) || one.start - other.start)
}

/** The soonest time at each office, in the order of time. */
export function firstOfEach(times: readonly Alternative[]): Alternative[] {
  return [...new Map(times.toReversed().map(time => [time.officeId, time])).values()].toSorted(
    (one, other) => one.date.localeCompare(other.date) || one.start - other.start,
  )
}
