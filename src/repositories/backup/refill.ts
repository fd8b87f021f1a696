import type { Knex } from 'knex'
import { migrationSource } from '../../../knexfile.ts'
import { isPostgres } from '../database.ts'
import { runStatement, type Value } from '../statement.ts'
import { BackupUnreadable, type Cell, type Head, type Part, type TableHead } from './backup-file.ts'

const cellsAtOnce = 4000

/**
 * Takes everything out of a migrated database and puts a backup in its place, in the transaction that is given: tables as
 * they were when it was taken, then its rows, then the migrations since. Every reference is checked at the end.
 *
 * @param told  hears of each table that is begun
 * @throws {BackupUnreadable} if it was made by a newer program
 */
export async function refill(trx: Knex, parts: AsyncIterable<Part>, told: (table: string) => void): Promise<void> {
  let table: TableHead | undefined
  let waiting: (readonly Cell[])[] = []
  const put = async () => {
    if (table && waiting.length > 0) await insert(trx, table, waiting)
    waiting = []
  }
  for await (const part of parts) {
    if (isRow(part)) {
      waiting.push(part)
      if (waiting.length * part.length > cellsAtOnce) await put()
    } else if ('table' in part) {
      await put()
      if (table) await countOn(trx, table)
      table = part
      told(part.table)
      await trx(part.table).delete()
    } else await layTables(trx, part)
  }
  await put()
  if (table) await countOn(trx, table)
  await checkReferences(trx)
  await trx.migrate.latest({ migrationSource })
}

/** How many bookings there are, of whatever status: so many are lost by a refill. */
export async function countBookings(trx: Knex): Promise<number> {
  const row = (await trx('bookings').count({ bookings: '*' }).first()) as { bookings: number }
  return row.bookings
}

/** Gives every day sheet another mark, so that no process takes one of these pages for one that it has seen. */
export async function markAnew(trx: Knex, mark: string): Promise<void> {
  await trx('day_sheets').update({ mark })
}

async function layTables(trx: Knex, { migrations }: Head) {
  const all = await migrationSource.getMigrations([])
  const known = all.slice(0, migrations.length).map(migration => migrationSource.getMigrationName(migration))
  if (migrations.some((name, place) => known[place] !== name)) {
    throw new BackupUnreadable('it was made by a newer program than this one')
  }
  const then = { ...migrationSource, getMigrations: () => Promise.resolve(all.slice(0, migrations.length)) }
  await trx.migrate.rollback({ migrationSource }, true)
  await trx.migrate.latest({ migrationSource: then })
  await deferReferences(trx)
}

/** Rows come table by table, so a reference may point at a row that is yet to come. */
async function deferReferences(trx: Knex) {
  if (!isPostgres(trx)) return void (await trx.raw('PRAGMA defer_foreign_keys = ON'))
  for (const { table, name } of await references(trx)) {
    await trx.raw(`ALTER TABLE ${table} ALTER CONSTRAINT ?? DEFERRABLE INITIALLY DEFERRED`, [name])
  }
}

async function checkReferences(trx: Knex) {
  if (!isPostgres(trx)) {
    const broken = (await trx.raw('PRAGMA foreign_key_check')) as { table: string; parent: string }[]
    const [first] = broken
    if (first) throw new BackupUnreadable(`a row of ${first.table} refers to one of ${first.parent} that is not there`)
    return
  }
  await trx.raw('SET CONSTRAINTS ALL IMMEDIATE')
  for (const { table, name } of await references(trx)) {
    await trx.raw(`ALTER TABLE ${table} ALTER CONSTRAINT ?? NOT DEFERRABLE`, [name])
  }
}

async function references(trx: Knex): Promise<{ table: string; name: string }[]> {
  const { rows } = (await trx.raw(
    `SELECT conrelid::regclass::text AS table, conname AS name FROM pg_constraint
     WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`,
  )) as { rows: { table: string; name: string }[] }
  return rows
}

async function insert(trx: Knex, { table, columns }: TableHead, rows: readonly (readonly Cell[])[]) {
  const names = columns.map(column => `"${column}"`).join(', ')
  const values = rows.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ')
  const cells = rows.flat().map(cell => (typeof cell === 'boolean' && !isPostgres(trx) ? Number(cell) : cell))
  await runStatement(trx, `INSERT INTO "${table}" (${names}) VALUES ${values}`, cells as Value[])
}

/** The next number is one that was never given, whatever the last rows are. */
async function countOn(trx: Knex, { table, columns, lastNumber }: TableHead) {
  if (lastNumber === undefined) return
  if (isPostgres(trx)) {
    const column = columns.includes('number') ? 'number' : 'id'
    return void (await trx.raw('SELECT setval(pg_get_serial_sequence(?, ?), ?)', [table, column, lastNumber]))
  }
  await trx('sqlite_sequence').where({ name: table }).delete()
  await trx('sqlite_sequence').insert({ name: table, seq: lastNumber })
}

function isRow(part: Part): part is readonly Cell[] {
  return Array.isArray(part)
}
