import type { Knex } from 'knex'
import type { City } from '../domain/city.ts'
import type { Subject } from '../domain/subjects.ts'
import { cityOf } from './city.ts'
import { databaseOf } from './database.ts'
import { readRetired } from './city-rows.ts'

/** What bookings refer to by name. */
const named = ['offices', 'zones', 'departments', 'deskGroups', 'desks', 'services', 'documents', 'needs'] satisfies Subject[]

// A city that is loaded anew is another value, and so is the same city of another database.
const kept = new WeakMap<object, { readonly city: City; readonly whole: Promise<City> }>()

/**
 * The city in force together with what it had once and has no longer, as that was last: to name what a booking refers to, never
 * to promise anything by. Read once for each city that is loaded.
 *
 * @param known  what `cityOf` has just answered, to save its query
 * @throws {NoCity}
 */
export async function cityWithRetired(db: Knex, known?: City): Promise<City> {
  const city = known ?? (await cityOf(db))
  const database = databaseOf(db)
  const last = kept.get(database)
  if (last?.city === city) return last.whole
  const whole = readWhole(db, city)
  kept.set(database, { city, whole })
  whole.catch(() => kept.delete(database))
  return whole
}

async function readWhole(db: Knex, city: City): Promise<City> {
  const parts: Partial<Record<keyof City, unknown>> = { ...city }
  for (const subject of named) parts[subject] = [...city[subject], ...(await readRetired(db, subject))]
  return parts as City
}
