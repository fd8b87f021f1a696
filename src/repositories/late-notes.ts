import type { Knex } from 'knex'
import type { OfficeDate } from '../domain/calendar.ts'

/** Notes by how many minutes somebody will be late; the last word counts. */
export async function saveLateNote(trx: Knex, bookingNumber: number, minutes: number, saidAt: string): Promise<void> {
  await trx('late_notes')
    .insert({ booking_number: bookingNumber, minutes, said_at: saidAt })
    .onConflict('booking_number')
    .merge(['minutes', 'said_at'])
}

/** By how many minutes somebody has said they will be late, if they have. */
export async function lateNoteOf(db: Knex, bookingNumber: number): Promise<number | undefined> {
  const row = (await db('late_notes').where({ booking_number: bookingNumber }).first()) as { minutes: number } | undefined
  return row?.minutes
}

/** Forgets what was said about one visit: it was moved to another time. */
export async function deleteLateNote(trx: Knex, bookingNumber: number): Promise<void> {
  await trx('late_notes').where({ booking_number: bookingNumber }).delete()
}

/** Deletes the notes of visits before a date and answers how many. */
export async function deleteLateNotesBefore(db: Knex, date: OfficeDate): Promise<number> {
  return db('late_notes')
    .whereIn('booking_number', db('bookings').where('date', '<', date).select('number'))
    .delete()
}
