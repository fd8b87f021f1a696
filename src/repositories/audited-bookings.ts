import type { Knex } from 'knex'
import { unreadableColumn } from '../domain/capacity/audit-readable.ts'
import { fromRow, type BookingRecord, type BookingRow } from './booking-row.ts'
import type { DayKey } from './change-day.ts'

/** The bookings of a day that can be read, and which ones cannot. */
export interface AuditedBookings {
  readonly bookings: readonly BookingRecord[]
  readonly unreadable: readonly { readonly number: number; readonly column: string }[]
}

/** Every booking of an office's day, in whatever status, by start; a row that says nonsense stops nobody. */
export async function auditedBookings(trx: Knex, day: DayKey): Promise<AuditedBookings> {
  const rows = (await trx('bookings')
    .where({ office_id: day.officeId, date: day.date })
    .orderBy(['start_minute', 'number'])) as BookingRow[]
  const read = rows.map(row => ({ row, column: unreadableColumn(row) }))
  return {
    bookings: read.filter(({ column }) => column === undefined).map(({ row }) => fromRow(row)),
    unreadable: read.flatMap(({ row: { number }, column }) => (column === undefined ? [] : [{ number, column }])),
  }
}
