import type { Knex } from 'knex'
import { bookingByNumber, type BookingRecord } from './bookings.ts'

/** A key under which something is asked once. Both parts are hashes: 64 hexadecimal digits. */
export interface IdempotencyKey {
  readonly key: string
  /** Of everything that was asked: the same key for something else is refused. */
  readonly fingerprint: string
}

/** What was asked under a key before, if anything was: its fingerprint, and the booking that came of it. */
export async function askedUnder(db: Knex, key: string): Promise<{ fingerprint: string; booking: BookingRecord } | undefined> {
  const row = (await db('idempotency_keys').where({ key }).first()) as { fingerprint: string; booking_number: number } | undefined
  const booking = row && (await bookingByNumber(db, row.booking_number))
  return row && booking && { fingerprint: row.fingerprint, booking }
}

/** Notes that a booking was made under a key. Fails if another was. */
export async function insertKey(trx: Knex, once: IdempotencyKey, bookingNumber: number, instant: string): Promise<void> {
  await trx('idempotency_keys').insert({ ...once, booking_number: bookingNumber, created_at: instant })
}

/** Deletes keys older than an instant and answers how many. */
export async function deleteKeysBefore(db: Knex, instant: string): Promise<number> {
  return db('idempotency_keys').where('created_at', '<', instant).delete()
}
