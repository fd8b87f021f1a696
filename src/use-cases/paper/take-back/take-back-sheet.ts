import type { Language } from '../../../domain/city.ts'
import type { Status } from '../../../domain/booking/status.ts'
import { bookingByNumber, type BookingRecord } from '../../../repositories/bookings.ts'
import type { DayKey } from '../../../repositories/change-day.ts'
import { insertPaperLine, paperLines, type PaperLine } from '../../../repositories/paper-lines.ts'
import { ticketOf } from '../../../repositories/tickets.ts'
import type { OpenDay } from '../../day/on-day.ts'
import { onDayIfNeeded } from '../../day/unturned.ts'
import type { House } from '../../house.ts'
import { recordUnplanned } from './record-visit.ts'
import { isKnown, tickVisit, type Tick } from './tick-visit.ts'

export type { Tick }

/** The ticks of a sheet. */
export interface TakenSheet extends DayKey {
  readonly ticks: readonly SheetTick[]
  readonly walkIns: readonly SheetWalkIn[]
  readonly language: Language
  /** Why somebody stands above the plan, in words for the schedule. */
  readonly reason: string
}

export interface SheetTick {
  readonly bookingNumber: number
  readonly tick: Tick
  /** Paper is right where the system knows something else. */
  readonly over: boolean
  /** The time on paper, for whoever came to a visit that had been called off. */
  readonly start: number
}

/** A line for walk-ins, by its number on the sheet. */
export interface SheetWalkIn {
  readonly line: number
  readonly time: number
  readonly serviceId: string
  readonly deskId?: string
  readonly persons: number
  readonly served: boolean
}

/** A line that the system knows otherwise: somebody has to decide. */
export type Conflict =
  | { readonly kind: 'came' | 'over' | 'served'; readonly bookingNumber: number; readonly tick: Tick; readonly status: Status }
  | { readonly kind: 'moved'; readonly bookingNumber: number; readonly tick: Tick; readonly to: BookingRecord }
  | { readonly kind: 'line'; readonly line: number; readonly written: string }

/** What taking a sheet back has changed. */
export interface TakenBack {
  readonly arrived: number
  readonly served: number
  readonly missing: number
  readonly walkIns: number
  readonly conflicts: readonly Conflict[]
}

/**
 * Takes the ticks of a sheet back after an outage, in one change of the day. It never refuses what has happened: whoever
 * was there is recorded, excused where the plan has no place for them. What the system knows otherwise is answered as a
 * conflict, unless paper is said to be right. The same sheet a second time changes nothing and turns no page.
 */
export async function takeBackSheet(house: House, sheet: TakenSheet): Promise<TakenBack> {
  return onDayIfNeeded<TakenBack>(house, sheet, async (open, unturned) => {
    const done = { arrived: 0, served: 0, missing: 0, walkIns: 0, conflicts: [] as Conflict[] }
    const lines = new Map(await paperLines(open.trx, open.turned))
    for (const tick of sheet.ticks) await takeTick(open, sheet, tick, lines, done)
    for (const walkIn of sheet.walkIns) await takeWalkIn(open, sheet, walkIn, lines, done)
    const changed = done.arrived + done.served + done.missing + done.walkIns
    return changed > 0 ? done : unturned(done)
  })
}

type Done = { -readonly [K in keyof TakenBack]: K extends 'conflicts' ? Conflict[] : TakenBack[K] }

async function takeTick(
  open: OpenDay,
  sheet: TakenSheet,
  asked: SheetTick,
  lines: Map<string, PaperLine>,
  done: Done,
): Promise<void> {
  const { bookingNumber, tick } = asked
  const booking = await bookingByNumber(open.trx, bookingNumber)
  if (!booking || lines.has(`b${bookingNumber}`)) return
  const isElsewhere = booking.officeId !== sheet.officeId || booking.date !== sheet.date
  const isOff = isElsewhere || ['cancelled', 'displaced', 'expired', 'held'].includes(booking.status)
  if (isOff && tick === 'no-show') return
  if (isOff && !asked.over) {
    const conflict = { bookingNumber, tick }
    return void done.conflicts.push(
      isElsewhere ? { kind: 'moved', ...conflict, to: booking } : { kind: 'over', ...conflict, status: booking.status },
    )
  }
  if (isOff) return takeGone(open, sheet, asked, booking, lines, done)
  if (isKnown(tick, booking.status)) return

  const conflict = tick === 'no-show' && booking.status !== 'booked' ? kindOf(booking.status) : undefined
  if (conflict === 'served' || (conflict && !asked.over)) {
    return void done.conflicts.push({ kind: conflict, bookingNumber, tick, status: booking.status })
  }
  const ticket = await ticketOf(open.trx, open.turned, bookingNumber)
  if (await tickVisit(open, { booking, ...(ticket && { ticket }) }, tick, sheet.reason)) count(done, tick)
}

/** Whoever is at a desk cannot be missing: that is undone there. */
function kindOf(status: Status): 'came' | 'served' {
  return status === 'served' || status === 'serving' ? 'served' : 'came'
}

/** Somebody came to a visit that had been called off or moved: a visit of its own, and the old one stays as it is. */
async function takeGone(
  open: OpenDay,
  sheet: TakenSheet,
  { bookingNumber, tick, start }: SheetTick,
  { serviceId, deskId, party }: BookingRecord,
  lines: Map<string, PaperLine>,
  done: Done,
): Promise<void> {
  const visit = await recordUnplanned(open, {
    serviceId,
    deskId,
    party,
    time: start,
    language: sheet.language,
    reason: sheet.reason,
  })
  if (!visit) return
  if (tick === 'served') await tickVisit(open, visit, 'served', sheet.reason)
  await noteLine(open, lines, { line: `b${bookingNumber}`, bookingNumber: visit.booking.number, written: tick })
  count(done, tick)
}

async function takeWalkIn(
  open: OpenDay,
  sheet: TakenSheet,
  walkIn: SheetWalkIn,
  lines: Map<string, PaperLine>,
  done: Done,
): Promise<void> {
  const { line, time, serviceId, deskId, persons, served } = walkIn
  const name = `w${line}`
  const written = [time, serviceId, persons].join(' ')
  const known = lines.get(name)
  if (known && known.written !== written) return void done.conflicts.push({ kind: 'line', line, written: known.written })
  if (known) return finishLater(open, sheet, known, served, done)

  const party = { persons, companions: {} }
  const { language, reason } = sheet
  const visit = await recordUnplanned(open, { serviceId, party, time, language, reason, ...(deskId !== undefined && { deskId }) })
  if (!visit) return
  if (served) await tickVisit(open, visit, 'served', reason)
  await noteLine(open, lines, { line: name, bookingNumber: visit.booking.number, written })
  done.walkIns += 1
}

/** The same line again, now served: the visit that it made is taken on. */
async function finishLater(
  open: OpenDay,
  sheet: TakenSheet,
  { bookingNumber }: PaperLine,
  served: boolean,
  done: Done,
): Promise<void> {
  const booking = await bookingByNumber(open.trx, bookingNumber)
  const ticket = await ticketOf(open.trx, open.turned, bookingNumber)
  if (!served || !booking || !ticket || booking.status !== 'arrived') return
  await tickVisit(open, { booking, ticket }, 'served', sheet.reason)
  done.served += 1
}

async function noteLine(open: OpenDay, lines: Map<string, PaperLine>, line: PaperLine): Promise<void> {
  await insertPaperLine(open.trx, open.turned, line)
  lines.set(line.line, line)
}

function count(done: Done, tick: Tick): void {
  if (tick === 'arrived') done.arrived += 1
  if (tick === 'served') done.served += 1
  if (tick === 'no-show') done.missing += 1
}
