import type { Knex } from 'knex'
import type { DayKey } from './change-day.ts'

/** Notes why a booking was kept although a change of its day left no place for it; the newer reason wins. */
export async function keepBooking(trx: Knex, day: DayKey, bookingNumber: number, reason: string, keptAt: string): Promise<void> {
  await trx('kept_bookings')
    .insert({ office_id: day.officeId, date: day.date, booking_number: bookingNumber, reason, kept_at: keptAt })
    .onConflict(['office_id', 'date', 'booking_number'])
    .merge()
}

/** Forgets that bookings of a day were kept: they fit again. */
export async function forgetKept(trx: Knex, day: DayKey, bookingNumbers: readonly number[]): Promise<void> {
  if (bookingNumbers.length === 0) return
  await trx('kept_bookings')
    .where({ office_id: day.officeId, date: day.date })
    .whereIn('booking_number', [...bookingNumbers])
    .delete()
}

/** The reasons of bookings kept on a day, by booking number. */
export async function keptBookings(db: Knex, day: DayKey): Promise<ReadonlyMap<number, string>> {
  const rows = (await db('kept_bookings')
    .where({ office_id: day.officeId, date: day.date })
    .select('booking_number', 'reason')) as { booking_number: number; reason: string }[]
  return new Map(rows.map(row => [row.booking_number, row.reason]))
}
