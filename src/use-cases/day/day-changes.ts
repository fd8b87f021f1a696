import type { OfficeDate } from '../../domain/calendar.ts'
import { watchDay, type PageListener } from '../../repositories/day-feed.ts'
import type { House } from '../house.ts'

/** Lets screens follow a day. */
export interface DayChanges {
  /** Tells of each page the day turns to from now on, whoever turns it. Answers what ends it. */
  subscribe(officeId: string, date: OfficeDate, listener: PageListener): () => void
}

/** The changes of all days of a house. */
export function dayChanges(house: Pick<House, 'db'>): DayChanges {
  return { subscribe: (officeId, date, listener) => watchDay(house.db, { officeId, date }, listener) }
}
