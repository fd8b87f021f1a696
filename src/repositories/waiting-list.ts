import type { Knex } from 'knex'
import type { OfficeDate } from '../domain/calendar.ts'
import type { WaitingScope } from '../domain/booking/earlier-time.ts'
import type { VisitPlace } from '../domain/booking/office-change.ts'
import { fromRow as bookingFrom, type BookingRecord, type BookingRow } from './booking-row.ts'
import { theOnlyWriter } from './change-day.ts'
import { waitInLine } from './commit-line.ts'
import { isPostgres } from './database.ts'

/** The wish to be told of an earlier time. */
export interface Waiting {
  readonly bookingNumber: number
  readonly scope: WaitingScope
  /** The last date that is wanted. */
  readonly until: OfficeDate
  /** UTC instants. */
  readonly since: string
  readonly lastToldAt?: string
  /** The times of the last letter. */
  readonly told: readonly VisitPlace[]
}

interface WaitingRow {
  booking_number: number
  scope: string
  until_date: string
  since: string
  last_told_at: string | null
  told: string
}

/** Puts a booking on the list, or changes what it waits for; it keeps its turn. */
export async function saveWaiting(
  db: Knex,
  waiting: Pick<Waiting, 'bookingNumber' | 'scope' | 'until' | 'since'>,
): Promise<void> {
  await db('waiting_list')
    .insert({
      booking_number: waiting.bookingNumber,
      scope: waiting.scope,
      until_date: waiting.until,
      since: waiting.since,
      told: '[]',
    })
    .onConflict('booking_number')
    .merge(['scope', 'until_date'])
}

/** Takes a booking off the list. */
export async function endWaiting(db: Knex, bookingNumber: number): Promise<void> {
  await db('waiting_list').where({ booking_number: bookingNumber }).delete()
}

/** What a booking waits for, if it does. */
export async function waitingOf(db: Knex, bookingNumber: number): Promise<Waiting | undefined> {
  const row = (await db('waiting_list').where({ booking_number: bookingNumber }).first()) as WaitingRow | undefined
  return row && fromRow(row)
}

/** Who may be told now, longest waiting first: booked for a date from `from` on, with an address, and not told since `toldBefore`. */
export async function waitingToBeTold(
  db: Knex,
  from: OfficeDate,
  toldBefore: string,
  most: number,
): Promise<{ booking: BookingRecord; waiting: Waiting }[]> {
  const rows = (await db('waiting_list')
    .join('bookings', 'bookings.number', 'waiting_list.booking_number')
    .where('bookings.status', 'booked')
    .where('bookings.date', '>=', from)
    .whereNotNull('bookings.email')
    .where(either => void either.whereNull('waiting_list.last_told_at').orWhere('waiting_list.last_told_at', '<=', toldBefore))
    .orderBy(['waiting_list.since', 'waiting_list.booking_number'])
    .limit(most)
    .select('waiting_list.*', 'bookings.*')) as (WaitingRow & BookingRow)[]
  return rows.map(row => ({ booking: bookingFrom(row), waiting: fromRow(row) }))
}

/** The times that somebody was told of since an instant. */
export async function toldSince(db: Knex, instant: string): Promise<VisitPlace[]> {
  const rows = (await db('waiting_list').where('last_told_at', '>', instant).select('told')) as Pick<WaitingRow, 'told'>[]
  return rows.flatMap(({ told }) => JSON.parse(told) as VisitPlace[])
}

/** Takes everybody off the list whose visit was called off or is over by a date, or who wants nothing from that date on. */
export async function endWaitingBefore(db: Knex, date: OfficeDate): Promise<number> {
  const standing = db('bookings').where('status', 'booked').where('date', '>=', date).select('number')
  return db('waiting_list')
    .where(either => void either.where('until_date', '<', date).orWhereNotIn('booking_number', standing))
    .delete()
}

/**
 * Notes of which times somebody is told, and does what tells them, all or nothing.
 *
 * @returns whether they still waited, and were last told when they were said to have been
 */
export function noteTold(
  db: Knex,
  { bookingNumber, lastToldAt }: Pick<Waiting, 'bookingNumber' | 'lastToldAt'>,
  told: readonly VisitPlace[],
  instant: string,
  tell: (trx: Knex) => Promise<void>,
): Promise<boolean> {
  return waitInLine(db, isPostgres(db) ? `waiting ${bookingNumber}` : theOnlyWriter, async trx => {
    const noted = await trx('waiting_list')
      .where({ booking_number: bookingNumber, last_told_at: lastToldAt ?? null })
      .update({ last_told_at: instant, told: JSON.stringify(told) })
    if (noted > 0) await tell(trx)
    return noted > 0
  })
}

function fromRow(row: WaitingRow): Waiting {
  return {
    bookingNumber: row.booking_number,
    scope: row.scope as WaitingScope,
    until: row.until_date,
    since: row.since,
    ...(row.last_told_at !== null && { lastToldAt: row.last_told_at }),
    told: JSON.parse(row.told) as VisitPlace[],
  }
}
