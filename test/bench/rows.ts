import Database from 'better-sqlite3'

/** A row of the bookings' table, as it is stored. */
export type Row = Readonly<Record<string, unknown>>

interface Stay {
  readonly zoneId: string
  readonly from: number
  readonly to: number
  readonly counted: number
  readonly bodies: number
}

/** The number of the newest booking in a database. */
export function lastNumber(file: string): number {
  const db = new Database(file, { readonly: true })
  const { last } = db.prepare('SELECT MAX(number) AS last FROM bookings').get() as { last: number }
  db.close()
  return last
}

/** Bookings after a number, oldest first, so many at most. */
export function rowsAfter(file: string, number: number, most: number): Row[] {
  const db = new Database(file, { readonly: true })
  const rows = db.prepare('SELECT * FROM bookings WHERE number > ? ORDER BY number LIMIT ?').all(number, most) as Row[]
  db.close()
  return rows
}

/** Writes bookings by the driver alone: every row that the program would write, in one durable transaction each. */
export function rowWriter(file: string, columns: readonly string[]): { write: (row: Row) => void; close: () => void } {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  const written = columns.filter(column => column !== 'number')
  const names = written.map(column => `"${column}"`).join(', ')
  const turn = db.prepare(
    'UPDATE day_sheets SET page = page + 1, previous_mark = mark, mark = ? WHERE office_id = ? AND date = ?',
  )
  const insert = db.prepare(`INSERT INTO bookings (${names}) VALUES (${written.map(column => `@${column}`).join(', ')})`)
  const desk = db.prepare(
    'UPDATE desk_ticks SET booking_number = ? WHERE office_id = ? AND date = ? AND desk_id = ? AND tick >= ? AND tick < ?',
  )
  const zone = db.prepare(
    'UPDATE zone_ticks SET counted = counted + ?, bodies = bodies + ? WHERE office_id = ? AND date = ? AND zone_id = ? AND tick >= ? AND tick < ?',
  )
  const write = db.transaction((row: Row) => {
    const day = [row['office_id'], row['date']]
    turn.run(String(row['reference']), ...day)
    const { lastInsertRowid } = insert.run(row)
    desk.run(lastInsertRowid, ...day, row['desk_id'], row['start_minute'], row['desk_until_minute'])
    for (const stay of JSON.parse(String(row['presence'])) as Stay[])
      zone.run(stay.counted, stay.bodies, ...day, stay.zoneId, stay.from, stay.to)
  })
  return { write: row => void write.immediate(row), close: () => void db.close() }
}
