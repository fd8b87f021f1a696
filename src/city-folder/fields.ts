import { z } from 'zod'
import { isOfficeDate, weekdays } from '../domain/calendar.ts'
import { channels } from '../domain/city.ts'
import type { Span, Weekday } from '../domain/calendar.ts'
import type { Provenance } from '../domain/city.ts'

/** A name that other records use: letters, digits and dashes. */
export const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'may have letters, digits and dashes only')

/** A text that is not blank. */
export const text = z.string().trim().min(1, 'must not be blank')

/** One text in every language. */
export const localized = z.strictObject({ pl: text, en: text, uk: text })

export const date = z.string().refine(isOfficeDate, 'must be a day that exists, written 2020-05-11')

export const email = z.email('must be an e-mail address')

/** A time of day such as `7:40`, as minutes since midnight. */
export const timeOfDay = z.string('must be a time such as 7:40').transform((written, context) => {
  const minute = minuteOf(written)
  if (minute === undefined) context.addIssue('must be a time such as 7:40, in steps of 5 minutes')
  return minute ?? 0
})

/** A stretch of a day such as `7:40-15:00`. */
export const span = z.string('must be a stretch such as 7:40-15:00').transform((written, context): Span => {
  const [from, to, ...more] = written.split(/[-–]/).map(end => minuteOf(end.trim()))
  if (from === undefined || to === undefined || more.length > 0)
    context.addIssue('must be a stretch such as 7:40-15:00, in steps of 5 minutes')
  else if (from >= to) context.addIssue('must end after it begins')
  return { from: from ?? 0, to: to ?? 0 }
})

/** One stretch of a day, or a list of them; in the order of the day, and as one where they touch. */
export const spans = z.preprocess(one => [one].flat(), z.array(span).min(1).transform(joined))

/** `mon-fri`, `wed`, or a list of weekdays. */
export const weekdayList = z
  .union([z.string(), z.array(z.string())], 'must be weekdays such as mon-fri, or [mon, wed]')
  .transform((written, context): Weekday[] => {
    const named = [written].flat().map(weekdaysIn)
    if (named.some(some => some.length === 0)) context.addIssue('must be weekdays such as mon-fri, or [mon, wed]')
    return named.flat()
  })

/** Hours by weekday: `{ mon-fri: 8:00-13:00 }`. A weekday that is not named is closed. */
export const weeklyHours = z.record(z.string(), spans).transform((written, context) => {
  const days: Partial<Record<Weekday, readonly Span[]>> = {}
  for (const [named, hours] of Object.entries(written)) {
    const meant = weekdaysIn(named)
    if (meant.length === 0) context.addIssue(`must name weekdays such as mon-fri, not "${named}"`)
    for (const weekday of meant) {
      if (days[weekday]) context.addIssue(`must name ${weekday} only once`)
      days[weekday] = hours
    }
  }
  return days
})

/** `all`, or a list of channels. */
export const forChannels = z.union(
  [z.literal('all').transform(() => [...channels]), z.array(z.enum(channels)).min(1)],
  `must be all, or a list of ${channels.join(', ')}`,
)

const provenance = z.enum(['verified', 'recalled', 'derived', 'assumed'] as const satisfies readonly Provenance[])

/** How certain a record is. */
export const marks = {
  provenance,
  assumed: z.array(z.string()).exactOptional(),
  sources: z.array(z.string()).exactOptional(),
}

/** First and last day, both included. */
export const dates = { from: date.exactOptional(), to: date.exactOptional() }

/** The validity that `from` and `to` say. */
export function validity(written: { from?: string; to?: string }): { validFrom?: string; validTo?: string } {
  return { ...(written.from && { validFrom: written.from }), ...(written.to && { validTo: written.to }) }
}

function joined(written: readonly Span[]): Span[] {
  const inOrder = written.toSorted((one, other) => one.from - other.from)
  return inOrder.reduce<Span[]>((before, span) => {
    const last = before.at(-1)
    return last?.to === span.from ? [...before.slice(0, -1), { from: last.from, to: span.to }] : [...before, span]
  }, [])
}

function minuteOf(written: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(written) ?? []
  const minute = Number(hours) * 60 + Number(minutes)
  return Number(minutes) < 60 && minute <= 1440 && minute % 5 === 0 ? minute : undefined
}

function weekdaysIn(written: string): Weekday[] {
  const [first, last = first] = written.split('-').map(name => (weekdays as readonly string[]).indexOf(name.trim()))
  return first === undefined || last === undefined || first < 0 ? [] : weekdays.slice(first, last + 1)
}
