import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import Database from 'better-sqlite3'
import express from 'express'

/** Which rows a scan that lets somebody in and checks them in leaves behind, by table: the newest ones stand for them. */
const written: Readonly<Record<string, number>> = {
  day_sheets: 1,
  door_days: 1,
  bookings: 1,
  tickets: 1,
  visit_steps: 1,
  door_events: 1,
  door_parties: 1,
  head_counts: 3,
  hourly_maxima: 3,
}

/**
 * The bare floor of a scan: as many rows as one writes, in one durable transaction each, and an answer of Express of the
 * same length; nobody else works. Milliseconds of each.
 */
export async function bareScans(file: string, count: number, answer: string): Promise<number[]> {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = OFF')
  const writers = Object.entries(written).map(([table, rows]) => writerOf(db, table, rows))
  const write = db.transaction(() => writers.forEach(writeRows => writeRows()))
  const app = express()
  app.post('/scans', (_req, res) => {
    write.immediate()
    res.type('html').send(answer)
  })
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/scans`
  const times: number[] = []
  for (let nth = 0; nth < count; nth += 1) {
    const asked = performance.now()
    await (await fetch(url, { method: 'POST' })).text()
    times.push(performance.now() - asked)
  }
  server.close()
  server.closeAllConnections()
  db.close()
  return times
}

/** Writes the newest rows of a table as they are, over themselves: the pages of the file change as with new ones. */
function writerOf(db: Database.Database, table: string, rows: number): () => void {
  const newest = db.prepare(`SELECT * FROM ${table} ORDER BY rowid DESC LIMIT ?`).all(rows) as Record<string, unknown>[]
  const columns = Object.keys(newest[0] ?? {})
  const names = columns.map(column => `"${column}"`).join(', ')
  const values = columns.map(column => `@${column}`).join(', ')
  const replace = db.prepare(`INSERT OR REPLACE INTO ${table} (${names}) VALUES (${values})`)
  return () => newest.forEach(row => replace.run(row))
}
