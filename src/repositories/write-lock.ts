import type { Database as SqliteConnection } from 'better-sqlite3'
import { lockPatienceMs, type OnlyConnection } from './only-connection.ts'

const longestPauseMs = 4

/**
 * Takes the write lock of a SQLite file, and answers the connection that has it: a transaction has begun there.
 *
 * SQLite itself would wait asleep, and longer and longer: with several processes on one file all that a process serves
 * would stand still, and whoever has waited longest would ask least often. So it is asked again and again after short
 * pauses of chance, in which the connection serves readers.
 *
 * @throws the driver's SQLITE_BUSY after five seconds
 */
export async function takeWriteLock(pool: OnlyConnection): Promise<SqliteConnection> {
  const until = Date.now() + lockPatienceMs
  for (;;) {
    const connection = await pool.acquireAwake()
    try {
      if (hasBegun(connection, until)) return connection
    } catch (error) {
      pool.release(connection)
      throw error
    }
    pool.release(connection)
    await new Promise(resolve => setTimeout(resolve, Math.random() * longestPauseMs))
  }
}

function hasBegun(connection: SqliteConnection, until: number): boolean {
  try {
    connection.prepare('BEGIN IMMEDIATE').run()
    return true
  } catch (error) {
    const isBusy = (error as { code?: string }).code?.startsWith('SQLITE_BUSY')
    if (!isBusy || Date.now() > until) throw error
    return false
  }
}
