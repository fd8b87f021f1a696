import { tickMinutes } from '../calendar.ts'
import type { Minute, Span } from '../calendar.ts'

/** What two stretches share; `undefined` if nothing. */
export function intersection(one: Span, other: Span): Span | undefined {
  const shared = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) }
  return shared.from < shared.to ? shared : undefined
}

/** What is left of stretches once another is taken out of them. */
export function without(spans: readonly Span[], taken: Span): Span[] {
  return spans.flatMap(span =>
    [
      { from: span.from, to: Math.min(span.to, taken.from) },
      { from: Math.max(span.from, taken.to), to: span.to },
    ].filter(left => left.from < left.to),
  )
}

/** Whether a minute lies in a stretch. */
export function holds(span: Span, minute: Minute): boolean {
  return span.from <= minute && minute < span.to
}

/** The ticks that a stretch touches, as a half-open range of indexes within the day. */
export function ticksOf(span: Span): Span {
  return {
    from: Math.max(0, Math.floor(span.from / tickMinutes)),
    to: Math.min(1440 / tickMinutes, Math.ceil(span.to / tickMinutes)),
  }
}
