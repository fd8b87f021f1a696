import type { Knex } from 'knex'
import type { Config } from '../config.ts'
import { randomSource } from '../random.ts'
import { migrate, openDatabase } from '../repositories/database.ts'
import { clockOf } from '../use-cases/operator/clock-of.ts'
import type { House } from '../use-cases/house.ts'

/** Opens the database of the settings, migrated, for as long as a command needs it; in a rehearsal with its clock. */
export function withDatabase<T>(config: Config, use: (house: House) => Promise<T>): Promise<T> {
  return withBareDatabase(config, async db => {
    await migrate(db)
    return use({ db, clock: await clockOf(db, config.OKIENKO_CLOCK), random: randomSource() })
  })
}

/** The same as it is, whatever is or is not in it. */
export async function withBareDatabase<T>(config: Config, use: (db: Knex) => Promise<T>): Promise<T> {
  const db = openDatabase(config.DATABASE_URL)
  try {
    return await use(db)
  } finally {
    await db.destroy()
  }
}
