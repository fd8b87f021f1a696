import { expiredHolds } from '../../repositories/bookings.ts'
import { keyOf } from '../../repositories/change-day.ts'
import type { House } from '../house.ts'
import { onDay } from './on-day.ts'

const mostAtOnce = 500

/** Frees the places of holds whose time is over, on whatever day, and answers how many days were touched. */
export async function expireHolds(house: House): Promise<number> {
  const over = await expiredHolds(house.db, house.clock.instant(), mostAtOnce)
  const days = new Map(over.map(hold => [keyOf(hold), hold]))
  for (const day of days.values()) await onDay(house, day, () => Promise.resolve()) // opening a day ends them
  return days.size
}
