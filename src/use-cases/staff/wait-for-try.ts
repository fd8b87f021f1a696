import type { Knex } from 'knex'
import { triesForgottenAfterSeconds, waitAfter, type Patience } from '../../domain/staff/throttle.ts'
import { countTry, delayTries } from '../../repositories/sign-in-throttle.ts'
import { laterBy, secondsBetween } from '../../time.ts'
import type { House } from '../house.ts'

/** Counts a try by one key: 0 if it may be made, else how many seconds are left to wait; then nothing is counted. */
export async function waitForTry(house: House, trx: Knex, key: string, patience: Patience): Promise<number> {
  const now = house.clock.instant()
  const taken = await countTry(trx, key, now, laterBy(now, -triesForgottenAfterSeconds))
  if ('freeAt' in taken) return Math.max(1, secondsBetween(now, taken.freeAt))
  const wait = waitAfter(taken.tries, patience)
  if (wait > 0) await delayTries(trx, key, laterBy(now, wait))
  return 0
}
