import type { Knex } from 'knex'
import type { Booking } from '../domain/booking/booking.ts'
import { tickMinutes, type Minute, type Span } from '../domain/calendar.ts'
import type { Stay } from '../domain/capacity/day.ts'
import type { DayKey } from './change-day.ts'
import { runStatement, type Answer } from './statement.ts'

/** The ledger did not hold what the plan promised: the claim is undone with its transaction. */
export class LedgerRefused extends Error {
  constructor(what: string) {
    super(`the ledger refuses ${what}`)
    this.name = 'LedgerRefused'
  }
}

/** One zone's tick in the ledger. `null` limits mean that nothing limits. */
export interface ZoneTick {
  readonly zoneId: string
  readonly tick: Minute
  readonly counted: number
  readonly countedLimit: number | null
  readonly bodies: number
  readonly bodiesLimit: number | null
  /** Persons kept above a limit that was lowered beneath what had been promised. */
  readonly excused: number
}

/** One staffed desk's tick in the ledger, and who has it. */
export interface DeskTick {
  readonly deskId: string
  readonly tick: Minute
  readonly bookingNumber: number | null
}

type Claimed = Pick<Booking, 'number' | 'deskId' | 'start' | 'deskUntil' | 'presence'>

/**
 * Takes a booking's ticks at its desk and in its zones.
 *
 * @throws {LedgerRefused} if a tick is not staffed, is taken, or would hold more than its limit
 */
export async function claimTicks(trx: Knex, day: DayKey, booking: Claimed): Promise<void> {
  await claimDesk(trx, day, booking)
  for (const stay of booking.presence) await claimZone(trx, day, stay)
}

/** Gives a booking's ticks back. What was excused shrinks to what is still needed. */
export async function releaseTicks(trx: Knex, day: DayKey, booking: Claimed): Promise<void> {
  await trx('desk_ticks')
    .where({ office_id: day.officeId, date: day.date, booking_number: booking.number, desk_id: booking.deskId })
    .update({ booking_number: null })
  for (const stay of booking.presence) await weigh(trx, day, stay, -1)
  await shrinkExcused(trx, day)
}

/** Every zone tick of a day, by zone and tick. */
export async function zoneTicks(db: Knex, day: DayKey): Promise<ZoneTick[]> {
  const rows = (await db('zone_ticks').where({ office_id: day.officeId, date: day.date }).orderBy(['zone_id', 'tick'])) as Record<
    string,
    never
  >[]
  return rows.map(row => ({
    zoneId: row['zone_id'] as unknown as string,
    tick: row['tick'] as unknown as number,
    counted: row['counted'] as unknown as number,
    countedLimit: row['counted_limit'] as unknown as number | null,
    bodies: row['bodies'] as unknown as number,
    bodiesLimit: row['bodies_limit'] as unknown as number | null,
    excused: row['excused'] as unknown as number,
  }))
}

/** Every desk tick of a day, by desk and tick. */
export async function deskTicks(db: Knex, day: DayKey): Promise<DeskTick[]> {
  const rows = (await db('desk_ticks')
    .where({ office_id: day.officeId, date: day.date })
    .orderBy(['desk_id', 'tick'])
    .select('desk_id', 'tick', 'booking_number')) as { desk_id: string; tick: number; booking_number: number | null }[]
  return rows.map(row => ({ deskId: row.desk_id, tick: row.tick, bookingNumber: row.booking_number }))
}

async function claimDesk(trx: Knex, day: DayKey, booking: Claimed) {
  const ticks = ticksIn({ from: booking.start, to: booking.deskUntil })
  const { changed } = await runStatement(
    trx,
    `UPDATE desk_ticks SET booking_number = ?
     WHERE office_id = ? AND date = ? AND desk_id = ? AND tick >= ? AND tick < ? AND booking_number IS NULL`,
    [booking.number, day.officeId, day.date, booking.deskId, booking.start, booking.deskUntil],
  )
  if (changed !== ticks) throw new LedgerRefused(`desk ${booking.deskId}: ${changed} of ${ticks} ticks`)
}

async function claimZone(trx: Knex, day: DayKey, stay: Stay) {
  try {
    const { changed } = await weigh(trx, day, stay, 1)
    if (changed !== ticksIn(stay)) throw new LedgerRefused(`zone ${stay.zoneId}: ${changed} of ${ticksIn(stay)} ticks`)
  } catch (error) {
    if (isCheckViolation(error)) throw new LedgerRefused(`more persons in ${stay.zoneId}`)
    throw error
  }
}

/** Adds a party to the ticks of its stay, or takes it off. */
function weigh(trx: Knex, day: DayKey, stay: Stay, sign: 1 | -1): Promise<Answer<never>> {
  return runStatement(
    trx,
    `UPDATE zone_ticks SET counted = counted + ?, bodies = bodies + ?
     WHERE office_id = ? AND date = ? AND zone_id = ? AND tick >= ? AND tick < ?`,
    [sign * stay.counted, sign * stay.bodies, day.officeId, day.date, stay.zoneId, stay.from, stay.to],
  )
}

async function shrinkExcused(trx: Knex, day: DayKey) {
  const needed = trx.raw(`CASE
    WHEN counted - COALESCE(counted_limit, counted) >= bodies - COALESCE(bodies_limit, bodies)
    THEN CASE WHEN counted > COALESCE(counted_limit, counted) THEN counted - counted_limit ELSE 0 END
    ELSE CASE WHEN bodies > COALESCE(bodies_limit, bodies) THEN bodies - bodies_limit ELSE 0 END END`)
  await trx('zone_ticks').where({ office_id: day.officeId, date: day.date }).where('excused', '>', 0).update({ excused: needed })
}

function ticksIn(span: Span): number {
  return (span.to - span.from) / tickMinutes
}

function isCheckViolation(error: unknown): boolean {
  const { code = '' } = error as { code?: string }
  return code === 'SQLITE_CONSTRAINT_CHECK' || code === '23514'
}
