import { tickMinutes } from '../calendar.ts'
import type { Minute, Span } from '../calendar.ts'
import type { Question } from './start.ts'

/** Starts on the grid of any desk, from the opening on. */
export function startsIn({ from, to }: Span, { candidates }: Question): Minute[] {
  const grids = [...new Set(candidates.desks.map(({ desk }) => desk.slotEveryMinutes))]
  const ticks = Array.from({ length: Math.ceil((to - from) / tickMinutes) }, (_, i) => i * tickMinutes)
  return ticks.filter(sinceOpening => grids.some(grid => sinceOpening % grid === 0)).map(sinceOpening => from + sinceOpening)
}

/** A start too near to closing is no reason: the day may be full or over, but not for its sake. */
export function fits({ to }: Span, { candidates }: Question, start: Minute): boolean {
  return start + candidates.deskTicks * tickMinutes <= to
}
