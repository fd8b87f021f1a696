import type { Knex } from 'knex'
import { isPostgres } from './database.ts'
import type { OnlyConnection } from './only-connection.ts'
import { insideOf } from './sqlite-inside.ts'
import { takeWriteLock } from './write-lock.ts'

/**
 * Does work in a transaction: all of it, or, if it throws, nothing. On SQLite the write lock is taken at once, and the
 * transaction is begun and ended on the connection itself, since knex takes longer to set one up than to book a visit.
 */
export async function inTransaction<T>(db: Knex, work: (trx: Knex) => Promise<T>): Promise<T> {
  if (isPostgres(db)) return db.transaction(work)
  const { pool } = db.client as { pool: OnlyConnection }
  const connection = await takeWriteLock(pool)
  try {
    const result = await work(insideOf(db, connection))
    connection.prepare('COMMIT').run()
    return result
  } catch (error) {
    if (connection.inTransaction) connection.prepare('ROLLBACK').run()
    throw error
  } finally {
    pool.release(connection)
  }
}
