import { isInForce, ticksPerDay, weekdayOf } from '../calendar.ts'
import { intersection, ticksOf, without } from './spans.ts'
import type { OfficeDate, Span } from '../calendar.ts'
import type { Desk } from '../city.ts'
import type { DayException, Shift } from './day.ts'

/**
 * The shifts of desks on one date: their rosters, cut to the office's hours, then the day's exceptions in the
 * order in which they were made.
 */
export function shiftsOn(
  date: OfficeDate,
  desks: readonly Desk[],
  hours: readonly Span[],
  exceptions: readonly DayException[],
): Shift[] {
  const rostered = desks.flatMap(desk => rosteredShifts(desk, date)).flatMap(shift => cutTo(hours, shift))
  return exceptions.reduce((shifts, exception) => afterException(shifts, exception, hours), rostered)
}

/** Which ticks each desk is staffed in (1), by desk; desks without a shift are left out. Shifts at the same time count once. */
export function staffedTicks(shifts: readonly Shift[]): Map<string, Uint8Array> {
  const staffed = new Map<string, Uint8Array>()
  for (const { deskId, span } of shifts) {
    const ticks = ticksOf(span)
    const present = staffed.get(deskId) ?? new Uint8Array(ticksPerDay)
    staffed.set(deskId, present.fill(1, ticks.from, ticks.to))
  }
  return staffed
}

const knownShifts = new WeakMap<readonly Shift[], ReadonlyMap<string, readonly Shift[]>>()

/** The shifts of each desk. Every visit asks for them, and the shifts of a plan stay as they are. */
export function shiftsByDesk(shifts: readonly Shift[]): ReadonlyMap<string, readonly Shift[]> {
  const known = knownShifts.get(shifts)
  if (known) return known
  const byDesk = new Map<string, Shift[]>()
  for (const shift of shifts) byDesk.set(shift.deskId, [...(byDesk.get(shift.deskId) ?? []), shift])
  knownShifts.set(shifts, byDesk)
  return byDesk
}

function rosteredShifts(desk: Desk, date: OfficeDate): Shift[] {
  return desk.roster
    .filter(entry => isInForce(entry, date) && entry.weekdays.includes(weekdayOf(date)))
    .map(entry => ({
      deskId: desk.id,
      span: entry.span ?? { from: 0, to: 1440 },
      channels: entry.channels,
      ...(entry.opensToAllHoursBefore !== undefined && { opensToAllHoursBefore: entry.opensToAllHoursBefore }),
    }))
}

function afterException(shifts: readonly Shift[], exception: DayException, hours: readonly Span[]): Shift[] {
  if (exception.kind === 'desk-staffed') return [...shifts, ...cutTo(hours, exception.shift)]
  if (exception.kind !== 'desk-unstaffed') return [...shifts]
  return shifts.flatMap(shift =>
    shift.deskId === exception.deskId ? without([shift.span], exception.span).map(span => ({ ...shift, span })) : [shift],
  )
}

function cutTo(hours: readonly Span[], shift: Shift): Shift[] {
  return hours.flatMap(open => {
    const span = intersection(open, shift.span)
    return span ? [{ ...shift, span }] : []
  })
}
