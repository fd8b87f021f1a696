import type { Database as SqliteConnection } from 'better-sqlite3'
import type { Pool } from './sqlite-inside.ts'

const patienceMs = 5000
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
export async function takeWriteLock(pool: Pool): Promise<SqliteConnection> {
  const until = Date.now() + patienceMs
  for (;;) {
    const connection = await pool.acquireConnection()
    try {
      if (hasBegun(connection, until)) return connection
    } catch (error) {
      await pool.releaseConnection(connection)
      throw error
    }
    await pool.releaseConnection(connection)
    await new Promise(resolve => setTimeout(resolve, Math.random() * longestPauseMs))
  }
}

function hasBegun(connection: SqliteConnection, until: number): boolean {
  connection.prepare('PRAGMA busy_timeout = 0').get()
  try {
    connection.prepare('BEGIN IMMEDIATE').run()
    return true
  } catch (error) {
    if ((error as { code?: string }).code !== 'SQLITE_BUSY' || Date.now() > until) throw error
    return false
  } finally {
    connection.prepare(`PRAGMA busy_timeout = ${patienceMs}`).get()
  }
}
