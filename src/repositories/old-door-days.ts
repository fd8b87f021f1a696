import type { Knex } from 'knex'
import type { OfficeDate } from '../domain/calendar.ts'

/** Forgets what guards were told before a date, with the codes that were scanned; it is asked for again on its day only. */
export async function forgetAnswersBefore(db: Knex, date: OfficeDate): Promise<number> {
  return db('door_events').where('date', '<', date).whereNot({ answer: forgotten }).update({ answer: forgotten })
}

/** Forgets whose visits were where, in days before a date. */
export async function forgetPartiesBefore(db: Knex, date: OfficeDate): Promise<number> {
  return db('door_parties').where('date', '<', date).delete()
}

/** Forgets whose visits they were that were counted before a date; how many came and went stays. */
export async function forgetVisitsAtDoorsBefore(db: Knex, date: OfficeDate): Promise<number> {
  return db('door_events').where('date', '<', date).whereNotNull('booking_number').update({ booking_number: null })
}

/** Deletes all that was counted before a date, the proof too, and answers how many days of how many offices that was. */
export function deleteDoorDaysBefore(db: Knex, date: OfficeDate): Promise<number> {
  return db.transaction(async (trx): Promise<number> => {
    for (const table of ['door_events', 'door_parties', 'hourly_maxima', 'head_counts'])
      await trx(table).where('date', '<', date).delete()
    return await trx('door_days').where('date', '<', date).delete()
  })
}

/** No answer: JSON as every other. */
const forgotten = 'null'
