import { DateTime } from 'luxon'
import type { Minute, Moment, OfficeDate } from './domain/calendar.ts'

/** The clock that is passed in: nobody else asks what time it is. */
export interface Clock {
  /** Now, as a UTC instant with milliseconds: `2020-05-11T05:55:00.000Z`. */
  instant(): string
  /** Now, as other machines see it, in a rehearsal too: for the codes of telephones, and nothing else. */
  wallInstant(): string
  /** Now, as the clocks of a time zone show it. */
  now(timeZone: string): Moment
  /** Whether it shows another time than the real one. */
  readonly rehearsal: boolean
}

/** The real time. */
export function systemClock(): Clock {
  return clockFrom(() => Date.now(), false)
}

/**
 * A clock that starts elsewhere and runs on.
 *
 * @param start     local time, `2020-05-11T07:55`
 * @param timeZone  of the city, such as `Europe/Warsaw`
 * @param speed     how many seconds pass in one; 1 in a rehearsal, more in a simulation
 */
export function rehearsalClock(start: string, timeZone: string, speed = 1): Clock {
  const startsAt = DateTime.fromISO(start, { zone: timeZone }).toMillis()
  const startedAt = Date.now()
  const rehearsed = clockFrom(() => startsAt + Math.round((Date.now() - startedAt) * speed), true)
  return { ...rehearsed, wallInstant: () => new Date().toISOString() }
}

/** A clock that stands still, or is moved by hand: for tests. */
export function handClock(
  start: string,
  timeZone: string,
): Clock & { set(local: string): void; passMinutes(minutes: number): void } {
  let at = DateTime.fromISO(start, { zone: timeZone }).toMillis()
  return Object.assign(
    clockFrom(() => at, true),
    {
      set: (local: string) => void (at = DateTime.fromISO(local, { zone: timeZone }).toMillis()),
      passMinutes: (minutes: number) => void (at += minutes * 60_000),
    },
  )
}

/** Whether a text is a local time without a zone that exists: `2020-05-11T07:55`. */
export function isLocalTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text) && DateTime.fromISO(text).isValid
}

/** Whether a text names a time zone that this machine knows. */
export function isTimeZone(text: string): boolean {
  return DateTime.utc().setZone(text).isValid
}

/** What the clocks of a time zone show at an instant. */
export function momentOf(instant: string, timeZone: string): Moment {
  return toMoment(DateTime.fromISO(instant, { zone: timeZone }))
}

/** The UTC instant at which the clocks of a time zone show a minute of a date. Minute 1440 is the next midnight. */
export function instantOf(date: OfficeDate, minute: Minute, timeZone: string): string {
  const midnight = DateTime.fromISO(date, { zone: timeZone })
  const days = Math.floor(minute / 1440)
  const local = midnight.plus({ days }).set({ hour: Math.floor((minute % 1440) / 60), minute: minute % 60 })
  return toInstant(local)
}

/** The instant so many seconds later. */
export function laterBy(instant: string, seconds: number): string {
  return toInstant(DateTime.fromISO(instant).plus({ seconds }))
}

/** Whole seconds from one instant to another; negative if `to` is earlier. */
export function secondsBetween(from: string, to: string): number {
  return Math.round((DateTime.fromISO(to).toMillis() - DateTime.fromISO(from).toMillis()) / 1000)
}

function clockFrom(milliseconds: () => number, rehearsal: boolean): Clock {
  const moments = new Map<string, { readonly minute: number; readonly moment: Moment }>()
  return {
    instant: () => new Date(milliseconds()).toISOString(),
    wallInstant: () => new Date(milliseconds()).toISOString(),
    now(timeZone) {
      const at = milliseconds()
      const minute = Math.floor(at / 60_000)
      const known = moments.get(timeZone)
      if (known?.minute === minute) return known.moment // a clock shows one time for a minute
      const moment = toMoment(DateTime.fromMillis(at, { zone: timeZone }))
      moments.set(timeZone, { minute, moment })
      return moment
    },
    rehearsal,
  }
}

function toMoment(local: DateTime): Moment {
  if (!local.isValid) throw new RangeError(`not a time: ${local.invalidExplanation ?? local.invalidReason ?? ''}`)
  return { date: local.toFormat('yyyy-MM-dd'), minute: local.hour * 60 + local.minute }
}

function toInstant(local: DateTime): string {
  return new Date(local.toMillis()).toISOString()
}
