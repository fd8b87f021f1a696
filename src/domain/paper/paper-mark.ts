import type { Minute } from '../calendar.ts'
import { referenceSigns } from '../booking/reference.ts'
import { tickMinutes } from '../calendar.ts'
import type { DayPlan, ZoneLimits } from '../capacity/day.ts'

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

/** How many signs a mark has: of 923 521 marks two days that differ meet in the same one once in a million. */
const markSigns = 4

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

/** A number that is the same for the same mark, for a place along the edge of a sheet. */
export function markNumber(mark: string): number {
  return Array.from(mark).reduce((sum, sign) => sum * referenceSigns.length + referenceSigns.indexOf(sign), 0)
}

function visitText(visit: PaperVisit): string {
  const { referenceEnd, start, minutes, deskId, serviceId, persons, exempt } = visit
  return JSON.stringify([referenceEnd, start, minutes, deskId, serviceId, persons, exempt, visit.needs.toSorted()])
}

function planText(plan: DayPlan): string {
  return JSON.stringify({
    hours: plan.hours,
    shifts: plan.shifts.map(({ deskId, span }) => [deskId, span.from, span.to].join(' ')).sort(),
    airing: [...plan.airing].map(([zoneId, spans]) => [zoneId, spans]).sort(),
    early: plan.earlyEntryMinutes,
    appointmentOnly: plan.appointmentOnly,
    zones: plan.zones.map(zone => [zone.zone.id, limitRuns(zone, plan)]),
  })
}

/** The limits of a zone from opening to closing, where they change. */
function limitRuns(zone: ZoneLimits, plan: DayPlan): string[] {
  const runs: string[] = []
  for (const { from, to } of plan.hours) {
    for (let tick = from / tickMinutes; tick < to / tickMinutes; tick += 1) {
      const limit = `${zone.counted[tick] ?? ''} ${zone.bindingRuleIds[tick] ?? ''} ${zone.bodies[tick] ?? ''}`
      if (runs.at(-1)?.startsWith(`${limit}|`) !== true) runs.push(`${limit}|${tick * tickMinutes}`)
    }
  }
  return runs
}

/** Two sums over the text in the manner of Fowler, Noll and Vo, joined and written in the signs of a reference. */
function markOf(text: string): string {
  let [first, second] = [0x811c9dc5, 0x9e3779b9]
  for (let place = 0; place < text.length; place += 1) {
    const sign = text.charCodeAt(place)
    first = Math.imul(first ^ sign, 0x01000193)
    second = Math.imul(second ^ (sign + place), 0x5bd1e995)
  }
  let number = (first >>> 0) * 0x10000 + ((second ^ (second >>> 15)) & 0xffff)
  let mark = ''
  for (let sign = 0; sign < markSigns; sign += 1) {
    mark += referenceSigns.charAt(number % referenceSigns.length)
    number = Math.floor(number / referenceSigns.length)
  }
  return mark
}
