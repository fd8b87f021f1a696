/** A day as an office writes it: `YYYY-MM-DD`. It carries no time zone. */
export type OfficeDate = string

/** Minutes since local midnight of an office date, 0…1440. */
export type Minute = number

/** A stretch of one office date, half-open `[from, to)`, in minutes since midnight. */
export interface Span {
  readonly from: Minute
  readonly to: Minute
}

/** A moment as an office's own clock shows it. */
export interface Moment {
  readonly date: OfficeDate
  readonly minute: Minute
}

/** The grain of the ledger, in minutes (capacity model, section 1). */
export const tickMinutes = 5

/** How many ticks a day has. */
export const ticksPerDay = 1440 / tickMinutes

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

const millisecondsPerDay = 86_400_000

/** The weekday of a date. */
export function weekdayOf(date: OfficeDate): Weekday {
  const sundayFirst = new Date(Date.parse(`${date}T00:00:00Z`)).getUTCDay()
  return weekdays[(sundayFirst + 6) % 7] as Weekday
}

/** The date so many days later (earlier, if negative). */
export function addDays(date: OfficeDate, days: number): OfficeDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * millisecondsPerDay).toISOString().slice(0, 10)
}

/** Whole days from one date to another; negative if `to` is earlier. */
export function daysBetween(from: OfficeDate, to: OfficeDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsPerDay)
}

/** The dates from `from` to `to`, both included; empty if `to` is earlier. */
export function datesFrom(from: OfficeDate, to: OfficeDate): OfficeDate[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, day) => addDays(from, day))
}

/** Minutes from one moment to another by the office's clock; a change of the clock in between is not counted. */
export function minutesBetween(from: Moment, to: Moment): number {
  return daysBetween(from.date, to.date) * 1440 + to.minute - from.minute
}

/** Whether a text names a day of this century or the next that exists, written `YYYY-MM-DD`. */
export function isOfficeDate(text: string): text is OfficeDate {
  if (!/^2[01]\d{2}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text
}

/** Whether two stretches share a minute. */
export function overlap(one: Span, other: Span): boolean {
  return one.from < other.to && other.from < one.to
}

/** Whether a date lies in a validity whose ends are both inclusive; `undefined` is an open end. */
export function isInForce(validity: Validity, date: OfficeDate): boolean {
  return (validity.validFrom ?? date) <= date && date <= (validity.validTo ?? date)
}

/** From midnight of one date to the end of another, both inclusive. An absent end is open. */
export interface Validity {
  readonly validFrom?: OfficeDate
  readonly validTo?: OfficeDate
}
