import type { DayKey } from '../../repositories/change-day.ts'
import type { House } from '../house.ts'
import { dayAtDesks } from './day-at-desks.ts'

/** The page that an office's day is on now: a sheet of another page is old. @throws {NotFound} if there is no such office */
export async function currentPage(house: House, key: DayKey): Promise<number> {
  return (await dayAtDesks(house, key)).page
}
