import type { OfficeDate } from '../../domain/calendar.ts'
import { openedDays } from '../../repositories/day-sheets.ts'
import type { House } from '../house.ts'
import { onDay } from './on-day.ts'

/**
 * Lays out anew every opened day from a date on, at retired offices too, one transaction each. A day that is opened by
 * somebody else meanwhile is laid out there.
 *
 * @returns how many days
 */
export async function relayDays(house: House, from: OfficeDate): Promise<number> {
  const days = await openedDays(house.db, from)
  for (const day of days) await onDay(house, day, () => Promise.resolve())
  return days.length
}
