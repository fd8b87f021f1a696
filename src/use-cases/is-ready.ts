import type { Knex } from 'knex'
import { isMigrated } from '../repositories/database.ts'

/** Whether the database answers and has this program's schema. Never rejects. */
export async function isReady(db: Knex): Promise<boolean> {
  try {
    return await isMigrated(db)
  } catch {
    return false
  }
}
