import { tickMinutes, type Span } from '../../domain/calendar.ts'
import { unlimited, type DayPlan, type ZoneLimits } from '../../domain/capacity/day.ts'
import type { RoomLimitSpan } from '../../paper/values.ts'

/** A stretch of opening in which a room's limit and the rule that binds it stay the same. */
export interface RoomSpan extends RoomLimitSpan {
  readonly ruleId?: string
}

/** The limits of a room from opening to closing; airings, which empty it for minutes, are not told as limits. */
export function roomSpans(plan: DayPlan, room: ZoneLimits): RoomSpan[] {
  const aired = plan.airing.get(room.zone.id) ?? []
  const spans: RoomSpan[] = []
  for (const minute of openTicks(plan)) {
    const persons = room.counted[minute / tickMinutes] ?? unlimited
    if (persons === unlimited || (persons === 0 && aired.some(span => holds(span, minute)))) continue
    const ruleId = room.bindingRuleIds[minute / tickMinutes]
    const last = spans.at(-1)
    if (last?.persons === persons && last.ruleId === ruleId && gapIsAired(plan, aired, last.to, minute)) {
      spans[spans.length - 1] = { ...last, to: minute + tickMinutes }
    } else {
      spans.push({ from: minute, to: minute + tickMinutes, persons, ...(ruleId !== undefined && { ruleId }) })
    }
  }
  return spans
}

function openTicks(plan: DayPlan): number[] {
  return plan.hours.flatMap(({ from, to }) =>
    Array.from({ length: (to - from) / tickMinutes }, (_, tick) => from + tick * tickMinutes),
  )
}

/** Whether between two ticks there is nothing but airing. */
function gapIsAired(plan: DayPlan, aired: readonly Span[], from: number, to: number): boolean {
  return openTicks(plan)
    .filter(minute => from <= minute && minute < to)
    .every(minute => aired.some(span => holds(span, minute)))
}

function holds({ from, to }: Span, minute: number): boolean {
  return from <= minute && minute < to
}
