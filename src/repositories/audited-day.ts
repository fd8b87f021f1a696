import type { Knex } from 'knex'
import type { OfficeDate } from '../domain/calendar.ts'
import type { DayException } from '../domain/capacity/day.ts'
import { auditedBookings, type AuditedBookings } from './audited-bookings.ts'
import { keyOf, type DayKey } from './change-day.ts'
import { isPostgres } from './database.ts'
import { dayExceptions } from './day-exceptions.ts'
import { deskTicks, zoneTicks, type DeskTick, type ZoneTick } from './ledger.ts'
import { readRows } from './statement.ts'

/** What the database says of one day, for the audit. */
export interface AuditedRows extends AuditedBookings {
  readonly cityVersion: number | undefined
  /** Whether the day was ever changed, or anybody was kept on it with a reason. */
  readonly isChanged: boolean
  /** Numbers of bookings with steps. */
  readonly attended: ReadonlySet<number>
  readonly exceptions: readonly DayException[]
  readonly zoneTicks: readonly ZoneTick[]
  readonly deskTicks: readonly DeskTick[]
}

/** Every day that has a sheet or a booking, from a date on, at every office there ever was. */
export async function daysToAudit(db: Knex, from: OfficeDate): Promise<DayKey[]> {
  const rows = await readRows<{ office_id: string; date: string }>(
    db,
    `SELECT office_id, date FROM day_sheets WHERE date >= ?
     UNION SELECT office_id, date FROM bookings WHERE date >= ? ORDER BY date, office_id`,
    [from, from],
  )
  return rows.map(row => ({ officeId: row.office_id, date: row.date }))
}

/** Bookings and ledger of a day, all as of one moment, whatever is being booked meanwhile. */
export function auditedRows(db: Knex, day: DayKey): Promise<AuditedRows> {
  return db.transaction(
    async trx => ({
      cityVersion: await laidOutBy(trx, day),
      isChanged: (await hasRow(trx, 'day_exceptions', day)) || (await hasRow(trx, 'kept_bookings', day)),
      attended: await withSteps(trx, day),
      ...(await auditedBookings(trx, day)),
      exceptions: (await dayExceptions(trx, [day.officeId], day.date, day.date)).get(keyOf(day)) ?? [],
      zoneTicks: await zoneTicks(trx, day),
      deskTicks: await deskTicks(trx, day),
    }),
    isPostgres(db) ? { isolationLevel: 'repeatable read', readOnly: true } : {},
  )
}

async function laidOutBy(trx: Knex, { officeId, date }: DayKey): Promise<number | undefined> {
  const sheet = (await trx('day_sheets').where({ office_id: officeId, date }).first('city_version')) as
    { city_version: number } | undefined
  return sheet?.city_version
}

async function hasRow(trx: Knex, table: 'day_exceptions' | 'kept_bookings', { officeId, date }: DayKey): Promise<boolean> {
  return (await trx(table).where({ office_id: officeId, date }).first('date')) !== undefined
}

async function withSteps(trx: Knex, { officeId, date }: DayKey): Promise<ReadonlySet<number>> {
  const steps = trx('visit_steps').where({ office_id: officeId, date }).distinct('booking_number')
  return new Set(((await steps) as { booking_number: number }[]).map(row => row.booking_number))
}
