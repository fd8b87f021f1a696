import { referenceSigns } from '../booking/reference.ts'
import type { Minute } from '../calendar.ts'
import type { DayPlan } from '../capacity/day.ts'
import { markOf, markSigns } from './mark.ts'
import { planText } from './plan-text.ts'

/** A visit as paper promises it: what somebody holding the sheet goes by. Nothing that the queue changes. */
export interface PaperVisit {
  readonly bookingNumber: number
  readonly referenceEnd: string
  readonly start: Minute
  readonly minutes: number
  readonly deskId: string
  readonly serviceId: string
  readonly persons: number
  readonly exempt: number
  readonly needs: readonly string[]
}

/**
 * The mark of what paper shows of a day: four signs, the same for the same promises, plan and notices. The day sheet's
 * page turns with every step of the queue; this turns only when a sheet in somebody's hand has become wrong.
 *
 * @param notices  what hangs on the doors, as any text that is the same for the same notices
 */
export function paperMark(plan: DayPlan, visits: readonly PaperVisit[], notices: string): string {
  const lines = visits.map(visitText).sort()
  return markOf([planText(plan), ...lines, notices].join('\n'))
}

/** The mark of one visit alone: it differs where the visit has changed since a sheet. */
export function visitMark(visit: PaperVisit): string {
  return markOf(visitText(visit))
}

/** The mark that somebody typed or scanned, or `undefined` if it cannot be one. */
export function parseMark(typed: string): string | undefined {
  const mark = typed.slice(0, 20).trim().toUpperCase()
  return mark.length === markSigns && Array.from(mark).every(sign => referenceSigns.includes(sign)) ? mark : undefined
}

function visitText(visit: PaperVisit): string {
  const { referenceEnd, start, minutes, deskId, serviceId, persons, exempt } = visit
  return JSON.stringify([referenceEnd, start, minutes, deskId, serviceId, persons, exempt, visit.needs.toSorted()])
}
