import type { Knex } from 'knex'
import type { Cell, TableHead } from './backup-file.ts'
import { DatabaseUnfit, isOurs, type Snapshot } from './snapshot.ts'

const rowsAtOnce = 1000

/** A read-only transaction that sees one moment. */
export function postgresSnapshot<T>(db: Knex, use: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  return db.transaction(
    async trx => {
      if (!(await trx.schema.hasTable('knex_migrations'))) throw new DatabaseUnfit('the database holds nothing of Okienko yet')
      return use({
        engine: 'postgresql',
        migrations: (await trx('knex_migrations').orderBy('id').pluck('name')) as string[],
        tables: await tablesOf(trx),
        rows: table => rowsOf(trx, table),
      })
    },
    { isolationLevel: 'repeatable read', readOnly: true },
  )
}

async function tablesOf(trx: Knex): Promise<TableHead[]> {
  const { rows } = (await trx.raw(
    `SELECT columns.table_name AS name, columns.column_name AS column,
            pg_get_serial_sequence(quote_ident(columns.table_name), columns.column_name) AS sequence
     FROM information_schema.columns
     JOIN information_schema.tables USING (table_schema, table_name)
     WHERE columns.table_schema = current_schema() AND tables.table_type = 'BASE TABLE'
     ORDER BY columns.table_name, columns.ordinal_position`,
  )) as { rows: { name: string; column: string; sequence: string | null }[] }

  const tables: TableHead[] = []
  for (const name of new Set(rows.map(row => row.name).filter(isOurs))) {
    const own = rows.filter(row => row.name === name)
    const sequence = own.find(row => row.sequence)?.sequence
    const lastNumber = sequence ? await lastOf(trx, sequence) : undefined
    tables.push({ table: name, columns: own.map(row => row.column), ...(lastNumber !== undefined && { lastNumber }) })
  }
  return tables
}

async function lastOf(trx: Knex, sequence: string): Promise<number | undefined> {
  const { rows } = (await trx.raw(`SELECT last_value, is_called FROM ${sequence}`)) as {
    rows: { last_value: number; is_called: boolean }[]
  }
  return rows[0]?.is_called ? rows[0].last_value : undefined
}

async function* rowsOf(trx: Knex, { table, columns }: TableHead): AsyncGenerator<Cell[][]> {
  await trx.raw('DECLARE backed_up NO SCROLL CURSOR FOR SELECT ?? FROM ??', [columns as string[], table])
  for (;;) {
    const { rows } = (await trx.raw(`FETCH ${rowsAtOnce} FROM backed_up`)) as { rows: Record<string, Cell>[] }
    yield rows.map(row => columns.map(column => row[column] ?? null))
    if (rows.length < rowsAtOnce) break
  }
  await trx.raw('CLOSE backed_up')
}
