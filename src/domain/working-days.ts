import { addDays, weekdayOf } from './calendar.ts'
import type { OfficeDate } from './calendar.ts'
import { holidayOn } from './holidays.ts'

/** Whether offices work on a date: neither Saturday, Sunday nor a public holiday. */
export function isWorkingDay(date: OfficeDate): boolean {
  const weekday = weekdayOf(date)
  return weekday !== 'sat' && weekday !== 'sun' && holidayOn(date) === undefined
}

/** The date on which so many working days after `date` have come; `date` itself for 0. */
export function workingDaysAfter(date: OfficeDate, days: number): OfficeDate {
  if (days <= 0) return date
  const next = addDays(date, 1)
  return workingDaysAfter(next, isWorkingDay(next) ? days - 1 : days)
}
