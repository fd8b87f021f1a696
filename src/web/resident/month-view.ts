import { addDays, datesFrom, weekdayOf, weekdays, type OfficeDate } from '../../domain/calendar.ts'
import type { RefusalReason } from '../../domain/booking/refusal.ts'
import type { Language } from '../../domain/city.ts'
import { formatDate } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import type { DayOffer } from '../../use-cases/resident/offers-of.ts'

/** A month as a table: weeks from Monday, empty cells where another month begins. */
export interface Month {
  readonly name: string
  readonly weekdays: readonly { readonly short: string; readonly long: string }[]
  readonly weeks: readonly (readonly (MonthDay | undefined)[])[]
}

export interface MonthDay {
  readonly day: number
  readonly date: OfficeDate
  /** How many times are free; absent on days that are not offered. */
  readonly free?: number
  /** Whether there were times, and all are taken. */
  readonly full: boolean
  /** The date and its free times in words. */
  readonly label: string
  readonly chosen: boolean
}

/** The weeks that the days of a page lie in, month by month. */
export function monthsOf(
  days: readonly DayOffer[],
  language: Language,
  today: OfficeDate,
  chosen: OfficeDate | undefined,
): Month[] {
  const first = days[0]?.date ?? today
  const last = days.at(-1)?.date ?? today
  const byDate = new Map(days.map(day => [day.date, day]))
  const months = [...new Set(datesFrom(first, last).map(date => date.slice(0, 7)))]
  return months.map(month => {
    const dates = datesFrom(mondayBefore(first), addDays(mondayBefore(last), 6)).filter(date => date.startsWith(month))
    return {
      name: formatDate(`${month}-01`, language, 'month'),
      weekdays: datesFrom('2020-05-11', '2020-05-17').map(date => ({
        short: formatDate(date, language, 'weekday'),
        long: formatDate(date, language, 'weekday-long'),
      })),
      weeks: weeksOf(dates.map(date => monthDay(date, byDate.get(date), language, chosen))),
    }
  })
}

function monthDay(date: OfficeDate, offer: DayOffer | undefined, language: Language, chosen: OfficeDate | undefined): MonthDay {
  const free = offer?.times.length
  const name = formatDate(date, language, 'day')
  return {
    day: Number(date.slice(8)),
    date,
    ...(free !== undefined && { free }),
    full: offer?.refusal !== undefined && taken.has(offer.refusal.reason),
    label: free ? `${name}, ${wordsFor(language)('count.free-times', { count: free })}` : name,
    chosen: date === chosen,
  }
}

/** What takes the times of a day away, so that it is no day off. */
const taken: ReadonlySet<RefusalReason> = new Set(['no-desk', 'zone-full', 'arrivals-full', 'channel-full', 'protected'])

function weeksOf(days: readonly MonthDay[]): (MonthDay | undefined)[][] {
  const weeks: (MonthDay | undefined)[][] = []
  for (const day of days) {
    const column = weekdays.indexOf(weekdayOf(day.date))
    if (weeks.length === 0 || column === 0) weeks.push(Array.from({ length: 7 }, () => undefined))
    const week = weeks.at(-1)
    if (week) week[column] = day
  }
  return weeks
}

function mondayBefore(date: OfficeDate): OfficeDate {
  return addDays(date, -weekdays.indexOf(weekdayOf(date)))
}
