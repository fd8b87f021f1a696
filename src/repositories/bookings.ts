import type { Knex } from 'knex'
import type { OfficeDate } from '../domain/calendar.ts'
import type { Channel, Language } from '../domain/city.ts'
import type { Booking, Contact } from '../domain/booking/booking.ts'
import { promisedStatuses, type Status } from '../domain/booking/status.ts'
import type { Stay } from '../domain/capacity/day.ts'
import type { ProtectedGroup } from '../domain/capacity/occupancy-rule.ts'
import type { DayKey } from './change-day.ts'
import { runStatement } from './statement.ts'

/** A booking with what only its resident and the desk may see. */
export interface BookingRecord extends Booking {
  readonly contact: Contact
  readonly groups: readonly ProtectedGroup[]
  /** Counts the changes that a calendar program must be told of. */
  readonly revision: number
  /** UTC instants. */
  readonly createdAt: string
  readonly changedAt: string
}

/** A row of the table, as it is stored. */
export interface BookingRow {
  number: number
  reference: string
  office_id: string
  date: string
  service_id: string
  desk_id: string
  start_minute: number
  end_minute: number
  desk_until_minute: number
  presence: string
  persons: number
  companions: string
  needs: string
  groups: string
  channel: string
  status: string
  expires_at: string | null
  language: string
  email: string | null
  phone: string | null
  revision: number
  created_at: string
  changed_at: string
}

/** Writes a new booking and answers its number. */
export async function insertBooking(trx: Knex, booking: Omit<BookingRecord, 'number'>): Promise<number> {
  const row = toRow(booking)
  const { rows } = await runStatement<{ number: number }>(
    trx,
    inserting,
    insertedColumns.map(column => row[column]),
  )
  return (rows[0] as { number: number }).number
}

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
  const row = (await db('bookings').where({ reference }).first()) as BookingRow | undefined
  return row && fromRow(row)
}

/** The booking of a number, whatever its status. */
export async function bookingByNumber(db: Knex, number: number): Promise<BookingRecord | undefined> {
  const row = (await db('bookings').where({ number }).first()) as BookingRow | undefined
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

const insertedColumns = [
  'reference',
  'office_id',
  'date',
  'service_id',
  'desk_id',
  'start_minute',
  'end_minute',
  'desk_until_minute',
  'presence',
  'persons',
  'companions',
  'needs',
  'groups',
  'channel',
  'status',
  'expires_at',
  'language',
  'email',
  'phone',
  'revision',
  'created_at',
  'changed_at',
] as const satisfies readonly Exclude<keyof BookingRow, 'number'>[]

const inserting = `
  INSERT INTO bookings (${insertedColumns.map(column => `"${column}"`).join(', ')})
  VALUES (${insertedColumns.map(() => '?').join(', ')}) RETURNING number`

function toRow(booking: Omit<BookingRecord, 'number'>): Omit<BookingRow, 'number'> {
  return {
    reference: booking.reference,
    office_id: booking.officeId,
    date: booking.date,
    service_id: booking.serviceId,
    desk_id: booking.deskId,
    start_minute: booking.start,
    end_minute: booking.end,
    desk_until_minute: booking.deskUntil,
    presence: JSON.stringify(booking.presence),
    persons: booking.party.persons,
    companions: JSON.stringify(booking.party.companions),
    needs: JSON.stringify(booking.needs),
    groups: JSON.stringify(booking.groups),
    channel: booking.channel,
    status: booking.status,
    expires_at: booking.expiresAt ?? null,
    language: booking.contact.language,
    email: booking.contact.email ?? null,
    phone: booking.contact.phone ?? null,
    revision: booking.revision,
    created_at: booking.createdAt,
    changed_at: booking.changedAt,
  }
}

function fromRow(row: BookingRow): BookingRecord {
  return {
    number: row.number,
    reference: row.reference,
    officeId: row.office_id,
    date: row.date,
    serviceId: row.service_id,
    deskId: row.desk_id,
    start: row.start_minute,
    end: row.end_minute,
    deskUntil: row.desk_until_minute,
    presence: JSON.parse(row.presence) as Stay[],
    party: { persons: row.persons, companions: JSON.parse(row.companions) as BookingRecord['party']['companions'] },
    needs: JSON.parse(row.needs) as string[],
    groups: JSON.parse(row.groups) as ProtectedGroup[],
    channel: row.channel as Channel,
    status: row.status as Status,
    ...(row.expires_at !== null && { expiresAt: row.expires_at }),
    contact: {
      language: row.language as Language,
      ...(row.email !== null && { email: row.email }),
      ...(row.phone !== null && { phone: row.phone }),
    },
    revision: row.revision,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  }
}
