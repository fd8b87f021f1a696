import type { Knex } from 'knex'
import type { Booking } from '../domain/booking/booking.ts'
import type { DayException } from '../domain/capacity/day.ts'
import { bookingsOfDay } from './bookings.ts'
import { keyOf, type DayKey } from './change-day.ts'
import { isPostgres } from './database.ts'
import { dayExceptions } from './day-exceptions.ts'
import { deskTicks, zoneTicks, type DeskTick, type ZoneTick } from './ledger.ts'

/** What the database says of one day, for the audit. */
export interface AuditedRows {
  readonly bookings: readonly Booking[]
  readonly exceptions: readonly DayException[]
  readonly zoneTicks: readonly ZoneTick[]
  readonly deskTicks: readonly DeskTick[]
}

/** Bookings and ledger of a day, all as of one moment, whatever is being booked meanwhile. */
export function auditedRows(db: Knex, day: DayKey): Promise<AuditedRows> {
  return db.transaction(
    async trx => ({
      bookings: await bookingsOfDay(trx, day),
      exceptions: (await dayExceptions(trx, [day.officeId], day.date, day.date)).get(keyOf(day)) ?? [],
      zoneTicks: await zoneTicks(trx, day),
      deskTicks: await deskTicks(trx, day),
    }),
    isPostgres(db) ? { isolationLevel: 'repeatable read', readOnly: true } : {},
  )
}
