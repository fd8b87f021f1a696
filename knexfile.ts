import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Database as SqliteConnection, Statement } from 'better-sqlite3'
import type { Knex } from 'knex'
import pg from 'pg'
import { migrationSource } from './db/migrations/index.ts'
import { lockPatienceMs } from './src/repositories/only-connection.ts'
import { prepareConnection } from './src/repositories/postgres-connection.ts'

export { migrationSource }

/** Where the database is when nobody says otherwise. */
export const defaultDatabaseUrl = 'file:var/okienko.sqlite3'

/**
 * How knex reaches a database.
 *
 * @param url  `file:path/to/file.sqlite3` or `postgres://…`
 */
export function databaseConfig(url: string): Knex.Config {
  return url.startsWith('postgres') ? postgresConfig(url) : sqliteConfig(url.replace(/^file:/, ''))
}

function postgresConfig(url: string): Knex.Config {
  pg.types.setTypeParser(pg.types.builtins.INT8, Number) // a count is a number, not a text
  return {
    client: 'pg',
    connection: { connectionString: url, keepAlive: true, keepAliveInitialDelayMillis: 10_000 },
    pool: { min: 0, max: 10, afterCreate: preparePostgres },
    acquireConnectionTimeout: 10_000,
    compileSqlOnError: false,
    migrations: { migrationSource },
    log: { warn },
  }
}

function preparePostgres(connection: pg.Client, done: (error: Error | null, connection: pg.Client) => void) {
  prepareConnection(connection).then(
    () => done(null, connection),
    (error: unknown) => done(error as Error, connection),
  )
}

function sqliteConfig(filename: string): Knex.Config {
  if (filename !== ':memory:') mkdirSync(path.dirname(path.resolve(filename)), { recursive: true })
  return {
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    compileSqlOnError: false, // an error must not carry what somebody typed
    // The driver is synchronous: a second connection in one process could only wait for the first (only-connection.ts).
    pool: { min: 1, max: 1, afterCreate: prepareSqlite },
    acquireConnectionTimeout: 10_000,
    migrations: { migrationSource },
    log: { warn },
  }
}

function prepareSqlite(connection: SqliteConnection, done: (error: Error | null, connection: SqliteConnection) => void) {
  connection.pragma(`busy_timeout = ${lockPatienceMs}`)
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('trusted_schema = OFF')
  connection.pragma('wal_autocheckpoint = 16000') // pages, 64 MB: one that changes often is copied into the file less often
  rememberStatements(connection)
  done(null, connection)
}

/** Where knex writes its own; but while another process migrates it advises, ten times a second, a program that is not here. */
function warn(message: string) {
  if (!/Can't take lock to run migrations|knex migrate:unlock/.test(message)) process.stdout.write(`${message}\n`)
}

const mostStatements = 500

/**
 * Prepares each statement once, since knex would prepare it at every use. And knex opens every transaction by a plain
 * BEGIN, which takes the lock only at the first write: too late to be sure of it, so the lock is taken at once.
 */
function rememberStatements(connection: SqliteConnection) {
  const prepare = connection.prepare.bind(connection)
  const known = new Map<string, Statement>()
  connection.prepare = ((sql: string) => {
    const remembered = known.get(sql)
    if (remembered && !remembered.busy) return remembered
    const statement = prepare(sql === 'BEGIN;' ? 'BEGIN IMMEDIATE;' : sql)
    if (known.size < mostStatements) known.set(sql, statement)
    return statement
  }) as typeof connection.prepare
}

export default () => databaseConfig(process.env['DATABASE_URL'] ?? defaultDatabaseUrl)
