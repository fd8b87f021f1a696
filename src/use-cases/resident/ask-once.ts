import type { BookingRecord } from '../../repositories/bookings.ts'
import { askedUnder, type IdempotencyKey } from '../../repositories/idempotency-keys.ts'
import { KeyReused } from '../errors.ts'
import type { House } from '../house.ts'

/**
 * Lets the same key asked twice book once: the second time, even at the same moment, answers what came of the first.
 *
 * @throws {KeyReused} if the key was used for something else
 */
export function askOnce(
  house: House,
  once: IdempotencyKey | undefined,
  ask: () => Promise<BookingRecord>,
): Promise<BookingRecord> {
  return once ? askUnder(house, once, ask) : ask()
}

async function askUnder(house: House, once: IdempotencyKey, ask: () => Promise<BookingRecord>): Promise<BookingRecord> {
  const earlier = await earlierAnswer(house, once)
  if (earlier) return earlier
  try {
    return await ask()
  } catch (error) {
    const other = await earlierAnswer(house, once) // the first may have had the key, or the last place
    if (other) return other
    throw error
  }
}

async function earlierAnswer(house: House, once: IdempotencyKey): Promise<BookingRecord | undefined> {
  const earlier = await askedUnder(house.db, once.key)
  if (earlier && earlier.fingerprint !== once.fingerprint) throw new KeyReused()
  return earlier?.booking
}
