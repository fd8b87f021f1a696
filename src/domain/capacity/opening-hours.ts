import { weekdayOf } from '../calendar.ts'
import { holidayOn } from '../holidays.ts'
import { rulesOf } from './scope.ts'
import { without } from './spans.ts'
import type { OfficeDate, Span } from '../calendar.ts'
import type { City, Office } from '../city.ts'
import type { DayException } from './day.ts'
import type { Rule } from './occupancy-rule.ts'
import { openingOf, latest } from './opening-of.ts'

/**
 * When an office is open on a date. The nearer word wins: a special day of this office, a special day of all,
 * a public holiday (closed), an `hours` rule, the usual hours. Closures of the day are then taken out.
 *
 * @param rules  those in force at this office on the date
 */
export function hoursOn(
  city: City,
  office: Office,
  date: OfficeDate,
  rules: readonly Rule[],
  exceptions: readonly DayException[],
): readonly Span[] {
  const planned = specialHours(city, office, date) ?? usualHours(office, date, rules)
  const inOrder = planned.toSorted((one, other) => one.from - other.from)
  return exceptions.reduce<readonly Span[]>(
    (hours, exception) => (exception.kind === 'office-closed' ? without(hours, exception.span) : hours),
    inOrder,
  )
}

function specialHours(city: City, office: Office, date: OfficeDate): readonly Span[] | undefined {
  const days = city.specialDays.filter(day => day.date === date)
  const special = days.find(day => day.officeId === office.id) ?? days.find(day => day.officeId === undefined)
  if (special) return special.hours
  return holidayOn(date) ? [] : undefined
}

function usualHours(office: Office, date: OfficeDate, rules: readonly Rule[]): readonly Span[] {
  const replaced = latest(rulesOf(rules, 'hours'))?.demand.days ?? openingOf(office, date)?.days
  return replaced?.[weekdayOf(date)] ?? []
}
