import knexPackage, { type Knex } from 'knex'
import { databaseConfig } from '../../knexfile.ts'
import { useOnlyConnection } from './only-connection.ts'

const { knex } = knexPackage

/** Opens a database: `file:path/to/file.sqlite3` or `postgres://…`. Nothing is asked of it yet. */
export function openDatabase(url: string): Knex {
  const db = knex(databaseConfig(url))
  return isPostgres(db) ? db : useOnlyConnection(db)
}

/** Somebody else keeps the schema locked, or died while it did; the message is a sentence for whoever starts the program. */
export class MigrationsLocked extends Error {
  override readonly name = 'MigrationsLocked'
  constructor() {
    super(
      'another process migrates it, or has died while it did; if none runs any more, `npm run okienko -- migrate --unlock` ends that',
    )
  }
}

/**
 * Brings the schema up to this program's. Several processes may start at once: one migrates, the others wait.
 *
 * @returns the names of the migrations that were run here
 * @throws {MigrationsLocked} if another one is at it for so many milliseconds
 */
export async function migrate(db: Knex, patienceMs = 60_000): Promise<string[]> {
  const until = Date.now() + patienceMs
  for (;;) {
    try {
      const [, names] = (await db.migrate.latest()) as [number, string[]]
      return names
    } catch (error) {
      if (!isAnotherMigrating(error)) throw error
      if (Date.now() > until) throw isLockKept(error) ? new MigrationsLocked() : error
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
}

/** Takes away the lock of a process that died while it migrated. Not to be done while another one does. */
export async function unlockMigrations(db: Knex): Promise<void> {
  await db.migrate.forceFreeMigrationsLock()
}

/** Whether the schema is this program's. */
export async function isMigrated(db: Knex): Promise<boolean> {
  return (await pendingMigrations(db)).length === 0
}

/** The names of the migrations that this program has and the database has not, in order. */
export async function pendingMigrations(db: Knex): Promise<string[]> {
  const [, pending] = (await db.migrate.list()) as [unknown, (readonly [name: string, ...unknown[]])[]]
  return pending.map(([name]) => name)
}

/** What a database and its transactions have in common: whatever is remembered of a database is kept under this. */
export function databaseOf(db: Knex): object {
  return (db.client as { config: object }).config
}

/** Whether this is PostgreSQL; SQLite otherwise. */
export function isPostgres(db: Knex): boolean {
  return (db.client as { config: { client: string } }).config.client === 'pg'
}

function isLockKept(error: unknown): boolean {
  return (error as Error).name === 'MigrationLocked'
}

function isAnotherMigrating(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return isLockKept(error) || taken.has(code) || /already exists|MigrationLocked|locked/i.test(message)
}

const taken = new Set([
  ...['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_CONSTRAINT_UNIQUE'],
  ...['23505', '42P07', '40001', '40P01', '42701', '55P03'],
])
