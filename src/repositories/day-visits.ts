import type { Knex } from 'knex'
import type { Booking } from '../domain/booking/booking.ts'
import type { Ticket } from '../domain/queue/ticket.ts'
import type { DayKey } from './change-day.ts'
import { isPostgres } from './database.ts'
import { readRows } from './statement.ts'
import { ticketColumns, ticketFrom, type TicketRow } from './tickets.ts'

/** What the desks see of one visit of a day. */
export interface DayVisit {
  readonly booking: Omit<Booking, 'officeId' | 'date' | 'deskUntil' | 'presence' | 'expiresAt'>
  /** Absent until somebody has come. */
  readonly ticket?: Ticket
  /** Why it was kept although there is no place for it. */
  readonly excused?: string
  /** By how much they have said they will be late. */
  readonly saysLateMinutes?: number
}

/**
 * Every visit of an office's day as one text each, in one query; without holds that ended, and visits called off before
 * anybody came. Equal texts are equal visits: a day of hundreds is read again after each change, and whoever keeps what
 * was made of a text makes anew only what has changed.
 */
export async function visitTexts(db: Knex, day: DayKey): Promise<string[]> {
  const array = isPostgres(db) ? 'json_build_array' : 'json_array'
  const sql = `
    SELECT CAST(${array}(${[...bookingColumns, ...notedColumns, ...ticketColumns.map(each => `tickets.${each}`)].join()}) AS text) AS told
    FROM bookings
    LEFT JOIN tickets ON tickets.office_id = bookings.office_id AND tickets.date = bookings.date
      AND tickets.booking_number = bookings.number
    LEFT JOIN kept_bookings ON kept_bookings.office_id = bookings.office_id AND kept_bookings.date = bookings.date
      AND kept_bookings.booking_number = bookings.number
    LEFT JOIN late_notes ON late_notes.booking_number = bookings.number
    WHERE bookings.office_id = ? AND bookings.date = ? AND bookings.status <> 'expired'
      AND (bookings.status <> 'cancelled' OR tickets.booking_number IS NOT NULL)`
  const rows = await readRows<{ told: string }>(db, sql, [day.officeId, day.date])
  return rows.map(row => row.told)
}

/** The visit that a text of `visitTexts` tells. */
export function visitIn(text: string): DayVisit {
  const values = JSON.parse(text) as unknown[]
  const [number, reference, serviceId, deskId, start, end, persons, companions, needs, channel, status] = values as BookingValues
  const [excused, saysLateMinutes] = values.slice(bookingColumns.length) as [string | null, number | null]
  const ofTicket = values.slice(bookingColumns.length + notedColumns.length)
  const row = Object.fromEntries(ticketColumns.map((column, i) => [column, ofTicket[i]])) as unknown as TicketRow
  return {
    booking: {
      ...{ number, reference, serviceId, deskId, start, end, channel, status },
      party: { persons, companions: JSON.parse(companions) as Booking['party']['companions'] },
      needs: JSON.parse(needs) as string[],
    },
    ...((row.booking_number as number | null) !== null && { ticket: ticketFrom(row) }),
    ...(excused !== null && { excused }),
    ...(saysLateMinutes !== null && { saysLateMinutes }),
  }
}

const bookingColumns = [
  'bookings.number',
  'bookings.reference',
  'bookings.service_id',
  'bookings.desk_id',
  'bookings.start_minute',
  'bookings.end_minute',
  'bookings.persons',
  'bookings.companions',
  'bookings.needs',
  'bookings.channel',
  'bookings.status',
]
const notedColumns = ['kept_bookings.reason', 'late_notes.minutes']

type BookingValues = [
  number: number,
  reference: string,
  serviceId: string,
  deskId: string,
  start: number,
  end: number,
  persons: number,
  companions: string,
  needs: string,
  channel: Booking['channel'],
  status: Booking['status'],
]
