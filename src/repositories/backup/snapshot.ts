import type { Knex } from 'knex'
import { isPostgres } from '../database.ts'
import type { Cell, TableHead } from './backup-file.ts'
import { postgresSnapshot } from './postgres-snapshot.ts'
import { sqliteSnapshot } from './sqlite-snapshot.ts'

/** The whole database as it stood at one moment, whatever is being booked meanwhile. */
export interface Snapshot {
  readonly engine: 'sqlite' | 'postgresql'
  /** Names of the migrations that were run, in order. */
  readonly migrations: readonly string[]
  /** Every table of ours, by name. */
  readonly tables: readonly TableHead[]
  /** The rows of a table, some at a time; each a list in the order of its columns. */
  rows(table: TableHead): AsyncIterable<readonly (readonly Cell[])[]>
}

/** The database is damaged, or is none of ours; the message is a sentence. */
export class DatabaseUnfit extends Error {
  override readonly name = 'DatabaseUnfit'
}

/**
 * Reads a database as it stands now. Nobody waits for it: it takes no lock that a booking needs.
 *
 * @throws {DatabaseUnfit}
 */
export function withSnapshot<T>(db: Knex, use: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  return isPostgres(db) ? postgresSnapshot(db, use) : sqliteSnapshot(db, use)
}

/** Tables that are not ours: knex's own notes, and the engine's. */
export function isOurs(table: string): boolean {
  return !/^(knex_|sqlite_|pg_)/.test(table)
}
