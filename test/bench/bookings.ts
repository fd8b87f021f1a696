import Database from 'better-sqlite3'
import { addDays } from '../../src/domain/calendar.ts'
import { systemClock } from '../../src/time.ts'
import { copyDatabase, horizonDays } from './bench-city.ts'
import { startBenched } from './benched.ts'
import { rate, type Figure } from './figures.ts'
import { bookingRequest, bookingsPerSecond } from './load.ts'
import { placesOf } from './pages.ts'

/** Booking by POST, durable: one at a time and 32 at once, beside the same rows written bare; both also as parts of that floor. */
export async function benchBookings(
  file: string,
  seconds: number,
  past: number,
): Promise<{ figures: Figure[]; single: number; together: number }> {
  const today = systemClock().now('Europe/Warsaw').date
  await layOutDays(file, today)
  const before = `${file}-before`
  copyDatabase(file, before)
  const last = lastNumber(before)

  const server = await startBenched(file)
  const requests = shuffled(await placesFrom(server.url, today)).map(place => bookingRequest(server.url, place))
  await bookingsPerSecond(server.url, 32, warmUpSeconds, requests)
  const single = await bookingsPerSecond(server.url, 1, seconds, requests)
  const together = await bookingsPerSecond(server.url, 32, seconds, requests)
  await server.stop()

  const floor = bareBookingsPerSecond(file, before, last)
  const after = `, ${past} past bookings`
  return {
    single: single / floor,
    together: together / floor,
    figures: [
      rate(`booking by POST, one at a time${after}`, single, floor, 0.5),
      rate(`booking by POST, 32 at once${after}`, together, floor, 1),
    ],
  }
}

/** A program that serves a city has been running for days: so long it takes until its code is compiled for speed. */
const warmUpSeconds = 5

/** One booking on each day, so that what is measured is a booking and not the first one of a day. */
async function layOutDays(file: string, today: string): Promise<void> {
  const server = await startBenched(file)
  const places = await placesFrom(server.url, today)
  for (const place of new Map(places.map(each => [each.date, each])).values()) {
    await fetch(`${server.url}/api/v1/bookings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(place),
    })
  }
  await server.stop()
}

/** Every place from tomorrow to the horizon, asked for by half years. */
async function placesFrom(url: string, today: string) {
  const places = []
  for (let days = 1; days + 175 <= horizonDays; days += 175) {
    places.push(...(await placesOf(url, addDays(today, days), addDays(today, days + 174))))
  }
  return places
}

/** Writes the rows that the program has just written once more, into the database as it was, one transaction each. */
function bareBookingsPerSecond(file: string, before: string, last: number): number {
  const source = new Database(file, { readonly: true })
  const rows = source.prepare('SELECT * FROM bookings WHERE number > ? ORDER BY number LIMIT 4000').all(last) as Record<
    string,
    unknown
  >[]
  source.close()
  const columns = Object.keys(rows[0] ?? {}).filter(column => column !== 'number')

  const db = new Database(before)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  const turn = db.prepare(
    'UPDATE day_sheets SET page = page + 1, previous_mark = mark, mark = ? WHERE office_id = ? AND date = ?',
  )
  const insert = db.prepare(
    `INSERT INTO bookings (${columns.map(column => `"${column}"`).join(', ')}) VALUES (${columns.map(column => `@${column}`).join(', ')})`,
  )
  const desk = db.prepare(
    'UPDATE desk_ticks SET booking_number = ? WHERE office_id = ? AND date = ? AND desk_id = ? AND tick >= ? AND tick < ?',
  )
  const zone = db.prepare(
    'UPDATE zone_ticks SET counted = counted + ?, bodies = bodies + ? WHERE office_id = ? AND date = ? AND zone_id = ? AND tick >= ? AND tick < ?',
  )
  const write = db.transaction((row: Record<string, unknown>) => {
    turn.run(String(row['reference']), row['office_id'], row['date'])
    const { lastInsertRowid } = insert.run(row)
    desk.run(lastInsertRowid, row['office_id'], row['date'], row['desk_id'], row['start_minute'], row['desk_until_minute'])
    const presence = JSON.parse(String(row['presence'])) as {
      zoneId: string
      from: number
      to: number
      counted: number
      bodies: number
    }[]
    for (const stay of presence)
      zone.run(stay.counted, stay.bodies, row['office_id'], row['date'], stay.zoneId, stay.from, stay.to)
  })
  const startedAt = process.hrtime.bigint()
  for (const row of rows) write.immediate(row)
  const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9
  db.close()
  return rows.length / seconds
}

function lastNumber(file: string): number {
  const db = new Database(file, { readonly: true })
  const { last } = db.prepare('SELECT MAX(number) AS last FROM bookings').get() as { last: number }
  db.close()
  return last
}

function shuffled<T>(items: T[]): T[] {
  return items
    .map(item => ({ item, lot: Math.random() }))
    .sort((one, other) => one.lot - other.lot)
    .map(({ item }) => item)
}
