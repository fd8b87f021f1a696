import type { Knex } from 'knex'
import { bookingByNumber, type BookingRecord } from './bookings.ts'

/** A key under which something is asked once. Both parts are hashes: 64 hexadecimal digits. */
export interface IdempotencyKey {
  readonly key: string
  /** Of everything that was asked: the same key for something else is refused. */
  readonly fingerprint: string
}

/** A key was used for another request. */
export class KeyTaken extends Error {
  constructor() {
    super('this idempotency key was used for another request')
    this.name = 'KeyTaken'
  }
}

/** The booking that was made under a key. @throws {KeyTaken} if it was used for something else */
export async function bookingOfKey(db: Knex, once: IdempotencyKey): Promise<BookingRecord | undefined> {
  const row = (await db('idempotency_keys').where({ key: once.key }).first()) as
    { fingerprint: string; booking_number: number } | undefined
  if (row && row.fingerprint !== once.fingerprint) throw new KeyTaken()
  return row && bookingByNumber(db, row.booking_number)
}

/** Notes that a booking was made under a key. Fails (see `isTaken`) if another was. */
export async function insertKey(trx: Knex, once: IdempotencyKey, bookingNumber: number, instant: string): Promise<void> {
  await trx('idempotency_keys').insert({ ...once, booking_number: bookingNumber, created_at: instant })
}

/** Whether an error says that somebody else was first with the same key. */
export function isTaken(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return (code === '23505' || code.startsWith('SQLITE_CONSTRAINT')) && message.includes('idempotency_keys')
}

/** Deletes keys older than an instant and answers how many. */
export async function deleteKeysBefore(db: Knex, instant: string): Promise<number> {
  return db('idempotency_keys').where('created_at', '<', instant).delete()
}
