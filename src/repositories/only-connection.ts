import type { Database as SqliteConnection } from 'better-sqlite3'
import type { Knex } from 'knex'

/**
 * The one connection to a SQLite file, which a process uses for one thing at a time: what knex asks of a pool, and nothing
 * else. Knex's own pool sets a clock for each taking, and makes five promises.
 */
export interface OnlyConnection {
  /** The connection, once whoever has it has given it back. Whoever gets it lets SQLite wait for other processes' locks. */
  acquire(): { readonly promise: Promise<SqliteConnection> }
  /** The same for who asks SQLite again and again, and wants it to answer at once. */
  acquireAwake(): Promise<SqliteConnection>
  release(connection: SqliteConnection): boolean
  /** Closes it, once it is given back. */
  destroy(): Promise<void>
}

/** Who has the connection kept it for longer than anybody should wait. */
export class NotGivenBack extends Error {
  override readonly name = 'NotGivenBack'
}

/** So long SQLite waits for another process's lock. */
export const lockPatienceMs = 5000

/** Gives a knex of a SQLite file its one connection, instead of a pool. */
export function useOnlyConnection(db: Knex): Knex {
  const client = db.client as {
    pool: OnlyConnection
    config: Knex.Config & { pool: Knex.PoolConfig }
    acquireRawConnection(): Promise<SqliteConnection>
  }
  const { pool, acquireConnectionTimeout = 10_000 } = client.config
  const open = async () => {
    const connection = await client.acquireRawConnection()
    await new Promise<void>((resolve, reject) => {
      pool.afterCreate?.(connection, (error: Error | null) => (error ? reject(error) : resolve()))
    })
    return connection
  }
  client.pool = onlyConnection(open, acquireConnectionTimeout)
  return db
}

function onlyConnection(open: () => Promise<SqliteConnection>, longestWaitMs: number): OnlyConnection {
  const waiting: (() => void)[] = []
  let opened: Promise<SqliteConnection> | undefined
  let isTaken = false
  let isAwake = false

  function take(awake: boolean): Promise<SqliteConnection> {
    if (isTaken) return turn().then(() => ready(awake))
    isTaken = true
    return opened && awake === isAwake ? opened : ready(awake)
  }

  async function ready(awake: boolean): Promise<SqliteConnection> {
    try {
      const connection = await (opened ??= open())
      if (awake !== isAwake) connection.prepare(`PRAGMA busy_timeout = ${awake ? 0 : lockPatienceMs}`).get()
      isAwake = awake
      return connection
    } catch (error) {
      opened = undefined
      release()
      throw error
    }
  }

  function turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = () => {
        clearTimeout(clock)
        resolve()
      }
      const clock = setTimeout(() => {
        waiting.splice(waiting.indexOf(go), 1)
        reject(new NotGivenBack('the connection was not given back in time'))
      }, longestWaitMs)
      waiting.push(go)
    })
  }

  function release(): boolean {
    const next = waiting.shift()
    if (next) next()
    else isTaken = false
    return true
  }

  return {
    acquire: () => ({ promise: take(false) }),
    acquireAwake: () => take(true),
    release,
    destroy: async () => {
      if (opened) (await take(false)).close()
    },
  }
}
