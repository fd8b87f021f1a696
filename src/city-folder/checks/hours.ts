import { overlap, weekdayOf } from '../../domain/calendar.ts'
import type { Span, Validity, Weekday } from '../../domain/calendar.ts'
import type { Entry } from '../entries.ts'
import type { Problem } from '../problem.ts'
import type { WrittenOffice } from '../shapes/offices.ts'
import type { FieldPath } from '../source.ts'
import type { Written } from '../written.ts'

type WeeklyHours = Readonly<Partial<Record<Weekday, readonly Span[]>>>

/** Opening hours that contradict each other, or that a change of the clock would tear. */
export function hoursProblems(written: Written): Problem[] {
  return [
    ...written.offices.sound.flatMap(entry => [
      ...stretchProblems(entry),
      ...entry.value.opening.flatMap((hours, place) => weekProblems(entry, ['opening', place, 'hours'], hours.days)),
    ]),
    ...written.specialDays.sound.flatMap(entry =>
      weekProblems(entry, ['hours'], { [weekdayOf(entry.value.date)]: entry.value.hours }),
    ),
    ...written.rules.sound.flatMap(entry =>
      entry.value.demand.kind === 'hours' ? weekProblems(entry, ['hours'], entry.value.demand.days) : [],
    ),
  ]
}

/** Whether two stretches of dates share a day. */
export function meet(one: Validity, other: Validity): boolean {
  return (one.validFrom ?? '') <= (other.validTo ?? '9999') && (other.validFrom ?? '') <= (one.validTo ?? '9999')
}

/** `7:40-15:00`, as the files have it. */
export function writtenSpan({ from, to }: Span): string {
  const time = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
  return `${time(from)}-${time(to)}`
}

function stretchProblems(entry: Entry<WrittenOffice>): Problem[] {
  const { opening } = entry.value
  return opening.flatMap((hours, place) => {
    const before = opening.slice(0, place).find(other => meet(hours, other))
    if (!before) return []
    const said = `from ${before.validFrom ?? 'the beginning'} to ${before.validTo ?? 'the end'}`
    return [entry.problem(['opening', place], `these opening hours share days with those ${said}`)]
  })
}

// Clocks change on Sundays between 2:00 and 3:00; a minute of that day would exist twice or never.
const clockChange: Span = { from: 120, to: 180 }

function weekProblems<Value>(entry: Entry<Value>, field: FieldPath, days: WeeklyHours): Problem[] {
  const week = Object.entries(days).map(([weekday, spans]) => ({ weekday, spans }))
  const overlapping = week.filter(({ spans }) =>
    spans.some((span, place) => spans.slice(place + 1).some(other => overlap(span, other))),
  )
  const torn = (days.sun ?? []).some(span => overlap(span, clockChange))
  const [first] = overlapping
  return [
    ...(first
      ? [entry.problem(field, `hours overlap on ${namesOf(overlapping)}: ${first.spans.map(writtenSpan).join(', ')}`)]
      : []),
    ...(torn
      ? [entry.problem(field, 'the office would be open while the clock changes, on a Sunday between 2:00 and 3:00')]
      : []),
  ]
}

function namesOf(week: readonly { readonly weekday: string }[]): string {
  return week.map(({ weekday }) => weekday).join(', ')
}
