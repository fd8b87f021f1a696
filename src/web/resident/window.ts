import { addDays, daysBetween, isOfficeDate, type OfficeDate } from '../../domain/calendar.ts'

/** The dates that one page of times shows, both included, and what lies before and after them. */
export interface DateWindow {
  readonly from: OfficeDate
  readonly to: OfficeDate
  /** The date asked for, if it lies in the window. */
  readonly chosen: OfficeDate | undefined
  readonly earlier: OfficeDate | undefined
  readonly later: OfficeDate | undefined
  /** The last date that can be booked. */
  readonly horizon: OfficeDate
}

/** So many days stand on one page. */
const mostDays = 31

/** The page of dates on which a date asked for stands; the first where none was, or one that cannot be booked. */
export function windowOf(asked: string, today: OfficeDate, horizonDays: number): DateWindow {
  const horizon = addDays(today, horizonDays)
  const chosen = isOfficeDate(asked) && today <= asked && asked <= horizon ? asked : undefined
  const page = chosen ? Math.floor(daysBetween(today, chosen) / mostDays) : 0
  const from = addDays(today, page * mostDays)
  const next = addDays(from, mostDays)
  return {
    from,
    to: next > horizon ? horizon : addDays(next, -1),
    chosen,
    earlier: page > 0 ? addDays(from, -mostDays) : undefined,
    later: next > horizon ? undefined : next,
    horizon,
  }
}
