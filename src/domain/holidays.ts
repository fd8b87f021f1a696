import { addDays } from './calendar.ts'
import type { OfficeDate } from './calendar.ts'
import { easterSunday } from './easter.ts'
import type { HolidayKey } from './holiday-keys.ts'

/** Which public holiday of Poland a date is, if any. Epiphany since 2011, Christmas Eve since 2025 (Dz.U. 2024 poz. 1965). */
export function holidayOn(date: OfficeDate): HolidayKey | undefined {
  const year = Number(date.slice(0, 4))
  const fixed = fixedHolidays[date.slice(5)]
  if (fixed) return year >= (firstYears[fixed] ?? year) ? fixed : undefined

  const easter = easterSunday(year)
  return movableHolidays.find(([days]) => addDays(easter, days) === date)?.[1]
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
