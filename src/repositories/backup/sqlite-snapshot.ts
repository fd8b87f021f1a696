import Database, { type Database as SqliteConnection } from 'better-sqlite3'
import type { Knex } from 'knex'
import type { Cell, TableHead } from './backup-file.ts'
import { DatabaseUnfit, isOurs, type Snapshot } from './snapshot.ts'

const rowsAtOnce = 500

/** A read transaction on a connection of its own: in WAL mode it sees one moment, and writers go on. */
export async function sqliteSnapshot<T>(db: Knex, use: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const connection = open((db.client as { config: { connection: { filename: string } } }).config.connection.filename)
  try {
    connection.pragma('busy_timeout = 5000')
    connection.exec('BEGIN')
    checkWhole(connection)
    return await use({
      engine: 'sqlite',
      migrations: names(connection, 'SELECT name FROM knex_migrations ORDER BY id'),
      tables: tablesOf(connection),
      rows: table => rowsOf(connection, table),
    })
  } finally {
    connection.close()
  }
}

function open(filename: string): SqliteConnection {
  try {
    return new Database(filename, { readonly: true, fileMustExist: true })
  } catch {
    throw new DatabaseUnfit(`there is no database in ${filename}`)
  }
}

function checkWhole(connection: SqliteConnection) {
  const found = connection.pragma('integrity_check(5)', { simple: false }) as { integrity_check: string }[]
  const troubles = found.map(row => row.integrity_check).filter(trouble => trouble !== 'ok')
  if (troubles.length > 0) throw new DatabaseUnfit(`the database is damaged: ${troubles.join('; ')}`)
  if (names(connection, `SELECT name FROM sqlite_master WHERE name = 'knex_migrations'`).length === 0) {
    throw new DatabaseUnfit('the database holds nothing of Okienko yet')
  }
}

function tablesOf(connection: SqliteConnection): TableHead[] {
  const tables = names(connection, `SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).filter(isOurs)
  return tables.map(table => {
    const last = connection.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck().get(table) as number | undefined
    const columns = columnsOf(connection, table).map(column => column.name)
    return { table, columns, ...(last !== undefined && { lastNumber: last }) }
  })
}

async function* rowsOf(connection: SqliteConnection, { table, columns }: TableHead): AsyncGenerator<Cell[][]> {
  const yesOrNo = columnsOf(connection, table).map(column => column.type.toLowerCase() === 'boolean')
  const listed = columns.map(column => `"${column}"`).join(', ')
  let some: Cell[][] = []
  for (const row of connection.prepare(`SELECT ${listed} FROM "${table}"`).raw().iterate() as IterableIterator<Cell[]>) {
    some.push(row.map((cell, column) => (yesOrNo[column] && cell !== null ? cell === 1 : cell)))
    if (some.length < rowsAtOnce) continue
    yield some
    some = []
    await new Promise(resolve => setImmediate(resolve)) // the driver never waits, so a wish to stop could not be heard
  }
  yield some
}

function columnsOf(connection: SqliteConnection, table: string): { name: string; type: string }[] {
  return connection.pragma(`table_info("${table}")`) as { name: string; type: string }[]
}

function names(connection: SqliteConnection, sql: string): string[] {
  return connection.prepare(sql).pluck().all() as string[]
}
