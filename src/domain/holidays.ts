import { addDays, weekdayOf } from './calendar.ts'
import type { OfficeDate } from './calendar.ts'

/** Days off work by the act of 18 January 1951 (Dz.U. 2025 poz. 296), by name; the words for them are the city's. */
export const holidayKeys = [
  'new-year',
  'epiphany',
  'easter-sunday',
  'easter-monday',
  'labour-day',
  'constitution-day',
  'pentecost',
  'corpus-christi',
  'assumption',
  'all-saints',
  'independence-day',
  'christmas-eve',
  'christmas-day',
  'second-christmas-day',
] as const
export type HolidayKey = (typeof holidayKeys)[number]

/** Which public holiday of Poland a date is, if any. Epiphany since 2011, Christmas Eve since 2025 (Dz.U. 2024 poz. 1965). */
export function holidayOn(date: OfficeDate): HolidayKey | undefined {
  const year = Number(date.slice(0, 4))
  const fixed = fixedHolidays[date.slice(5)]
  if (fixed) return year >= (firstYears[fixed] ?? year) ? fixed : undefined

  const easter = easterSunday(year)
  return movableHolidays.find(([days]) => addDays(easter, days) === date)?.[1]
}

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

const fixedHolidays: Readonly<Record<string, HolidayKey>> = {
  '01-01': 'new-year',
  '01-06': 'epiphany',
  '05-01': 'labour-day',
  '05-03': 'constitution-day',
  '08-15': 'assumption',
  '11-01': 'all-saints',
  '11-11': 'independence-day',
  '12-24': 'christmas-eve',
  '12-25': 'christmas-day',
  '12-26': 'second-christmas-day',
}

const firstYears: Readonly<Partial<Record<HolidayKey, number>>> = { epiphany: 2011, 'christmas-eve': 2025 }

/** Days from Easter Sunday. */
const movableHolidays: readonly (readonly [number, HolidayKey])[] = [
  [0, 'easter-sunday'],
  [1, 'easter-monday'],
  [49, 'pentecost'],
  [60, 'corpus-christi'],
]

/** Easter Sunday of a year of the Gregorian calendar, by the computus of Meeus, Jones and Butcher. */
export function easterSunday(year: number): OfficeDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const daysAfterMarch22 = epact + toSunday - 7 * late
  return addDays(`${year}-03-22`, daysAfterMarch22)
}
