import { randomBytes } from 'node:crypto'
import type { Knex } from 'knex'
import type { City } from '../../src/domain/city.ts'
import { saveCity } from '../../src/repositories/city.ts'
import { handClock } from '../../src/time.ts'
import type { House } from '../../src/use-cases/house.ts'
import { aCity } from './builders.ts'

/** A house whose clock is moved by hand. */
export type TestHouse = House & { readonly clock: ReturnType<typeof handClock> }

/** Monday, a week before the day that tests book. */
export const testNow = '2020-05-04T08:00'

/** A house on a database, with a city in it. */
export async function aHouse(db: Knex, city: City = aCity(), now = testNow): Promise<TestHouse> {
  const clock = handClock(now, city.organisation.timeZone)
  await saveCity(db, city, clock.instant())
  return { db, clock, random: bytes => randomBytes(bytes) }
}
