import { randomBytes } from 'node:crypto'
import { migrate, openDatabase } from '../repositories/database.ts'
import { systemClock } from '../time.ts'
import type { House } from '../use-cases/house.ts'
import type { Config } from '../config.ts'

/** Opens the database of the settings, migrated, for as long as a command needs it. */
export async function withDatabase<T>(config: Config, use: (house: House) => Promise<T>): Promise<T> {
  const db = openDatabase(config.DATABASE_URL)
  try {
    await migrate(db)
    return await use({ db, clock: systemClock(), random: count => randomBytes(count) })
  } finally {
    await db.destroy()
  }
}
