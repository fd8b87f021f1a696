import type { Knex } from 'knex'
import type { OfficeDate } from '../domain/calendar.ts'
import type { Contact } from '../domain/booking/booking.ts'
import { promisedStatuses } from '../domain/booking/status.ts'
import type { Stay } from '../domain/capacity/day.ts'
import { fromRow, toRow, type BookingRecord, type BookingRow } from './booking-row.ts'
import type { DayKey } from './change-day.ts'
import { insertNumbered, readRows } from './statement.ts'

export type { BookingRecord, BookingRow }

/** Writes a new booking and answers its number; `undefined`, and nothing is written, if another has its reference. */
export function insertBooking(trx: Knex, booking: Omit<BookingRecord, 'number'>): Promise<number | undefined> {
  const row = toRow(booking)
  return insertNumbered(trx, (inserting ??= insertingOf(row)), Object.values(row))
}

let inserting: string | undefined

/** Writes a booking anew, whatever has changed of it. */
export async function updateBooking(trx: Knex, booking: BookingRecord): Promise<void> {
  await trx('bookings').where({ number: booking.number }).update(toRow(booking))
}

/** Writes where and when a booked party is in the building, after rules have changed. */
export async function updatePresence(trx: Knex, number: number, presence: readonly Stay[]): Promise<void> {
  await trx('bookings')
    .where({ number })
    .update({ presence: JSON.stringify(presence) })
}

/** The booking of a reference (without separator), whatever its status. */
export async function bookingByReference(db: Knex, reference: string): Promise<BookingRecord | undefined> {
  const [row] = await readRows<BookingRow>(db, 'SELECT * FROM bookings WHERE reference = ?', [reference])
  return row && fromRow(row)
}

/** The booking of a number, whatever its status. */
export async function bookingByNumber(db: Knex, number: number): Promise<BookingRecord | undefined> {
  const [row] = await readRows<BookingRow>(db, 'SELECT * FROM bookings WHERE number = ?', [number])
  return row && fromRow(row)
}

/** Bookings that hold a desk on a day of these offices, from one date to another, both included. By office, date and start. */
export async function promisedBookings(
  db: Knex,
  officeIds: readonly string[],
  from: OfficeDate,
  to: OfficeDate,
): Promise<BookingRecord[]> {
  const rows = (await db('bookings')
    .whereIn('office_id', officeIds)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .whereIn('status', promisedStatuses)
    .orderBy(['office_id', 'date', 'start_minute', 'number'])) as BookingRow[]
  return rows.map(fromRow)
}

/** Every booking of an office's day, in whatever status, by start. */
export async function bookingsOfDay(db: Knex, day: DayKey): Promise<BookingRecord[]> {
  const rows = (await db('bookings')
    .where({ office_id: day.officeId, date: day.date })
    .orderBy(['start_minute', 'number'])) as BookingRow[]
  return rows.map(fromRow)
}

/** How many bookings of a contact are open from a date on, and how many of them on one date. Holds do not count. */
export async function openBookingsOf(
  db: Knex,
  contact: Contact,
  from: OfficeDate,
  date: OfficeDate,
): Promise<{ open: number; onDate: number }> {
  const named = Object.entries({ email: contact.email, phone: contact.phone }).filter(([, value]) => value !== undefined)
  if (named.length === 0) return { open: 0, onDate: 0 }
  const rows = (await db('bookings')
    .where('date', '>=', from)
    .whereIn('status', ['booked', 'arrived', 'called', 'serving'])
    .where(either => named.forEach(([column, value]) => void either.orWhere(column, value as string)))
    .select('date')) as { date: string }[]
  return { open: rows.length, onDate: rows.filter(row => row.date === date).length }
}

/** Holds whose time is over, oldest first: where they are and which. */
export async function expiredHolds(db: Knex, instant: string, most: number): Promise<(DayKey & { reference: string })[]> {
  const rows = (await db('bookings')
    .where({ status: 'held' })
    .where('expires_at', '<=', instant)
    .orderBy('expires_at')
    .limit(most)
    .select('office_id', 'date', 'reference')) as Pick<BookingRow, 'office_id' | 'date' | 'reference'>[]
  return rows.map(row => ({ officeId: row.office_id, date: row.date, reference: row.reference }))
}

/** Deletes contact data of visits before a date and answers how many rows were changed. */
export async function forgetContactsBefore(db: Knex, date: OfficeDate): Promise<number> {
  return db('bookings')
    .where('date', '<', date)
    .where(either => void either.whereNotNull('email').orWhereNotNull('phone'))
    .update({ email: null, phone: null })
}

/** A row is made with its columns always in the same order. */
function insertingOf(row: object): string {
  const columns = Object.keys(row)
  return `
    INSERT INTO bookings (${columns.map(column => `"${column}"`).join(', ')})
    VALUES (${columns.map(() => '?').join(', ')})
    ON CONFLICT (reference) DO NOTHING`
}
