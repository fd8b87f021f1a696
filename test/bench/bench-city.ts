import { copyFileSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { readCityFolder } from '../../src/city-folder/read-city-folder.ts'
import { addDays } from '../../src/domain/calendar.ts'
import type { City } from '../../src/domain/city.ts'
import { migrate, openDatabase } from '../../src/repositories/database.ts'
import { saveCity } from '../../src/repositories/city.ts'
import { systemClock } from '../../src/time.ts'

/** The matter and the office that are measured: vehicles, seven desks open to the web. */
export const measured = { service: 'km-used', office: 'CA' } as const

/** So far ahead visits can be booked in the bench, so that there are places enough to measure. */
export const horizonDays = 1050

/** The sample city, bookable from now to the horizon. */
export function benchCity(): City {
  const reading = readCityFolder('db/seeds/krakow')
  if ('problems' in reading) throw new Error(reading.problems.map(problem => problem.message).join('\n'))
  const { city } = reading
  const policy = {
    ...city.policy,
    horizonDays,
    release: { at: 0, spreadMinutes: 0 },
    leadMinutes: { web: 0, phone: 0, 'walk-in': 0, kiosk: 0 },
  }
  return { ...city, policy }
}

/** Makes a database of the bench's city with so many past bookings in it. */
export async function makeDatabase(file: string, pastBookings: number): Promise<void> {
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true })
  const db = openDatabase(`file:${file}`)
  await migrate(db)
  const city = benchCity()
  await saveCity(db, { ...city, version: 1 }, systemClock().instant())
  await db.destroy()
  fillPast(file, city, pastBookings)
}

/** A copy of a database at rest. */
export function copyDatabase(from: string, to: string): void {
  const db = new Database(from)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  for (const ending of ['', '-wal', '-shm']) rmSync(to + ending, { force: true })
  copyFileSync(from, to)
}

const bookingsPerDay = 400

/** Visits that were served on the days before today, each with its ticks at a desk. */
function fillPast(file: string, city: City, count: number): void {
  const db = new Database(file)
  db.pragma('synchronous = OFF')
  const today = systemClock().now(city.organisation.timeZone).date
  const desks = city.desks.filter(desk => desk.officeId === measured.office)
  const sheet = db.prepare(
    `INSERT INTO day_sheets (office_id, date, page, mark, previous_mark, city_version) VALUES (?, ?, 1, 'past', '', 1)`,
  )
  const booking =
    db.prepare(`INSERT INTO bookings (reference, office_id, date, service_id, desk_id, start_minute, end_minute, desk_until_minute,
    presence, persons, companions, needs, "groups", channel, status, language, revision, created_at, changed_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, '[]', 1, '{}', '[]', '[]', 'web', 'served', 'pl', 0, '2020-01-01T00:00:00.000Z', '2020-01-01T00:00:00.000Z')`)
  const tick = db.prepare(
    'INSERT OR IGNORE INTO desk_ticks (office_id, date, desk_id, tick, booking_number) VALUES (?, ?, ?, ?, ?)',
  )
  db.transaction(() => {
    for (let made = 0; made < count; made += 1) {
      const date = addDays(today, -1 - Math.floor(made / bookingsPerDay))
      const place = made % bookingsPerDay
      if (place === 0) sheet.run(measured.office, date)
      const desk = desks[place % desks.length]
      const start = 480 + Math.floor(place / desks.length) * 30
      const reference = (made + 1).toString(31).toUpperCase().padStart(8, '0')
      const { lastInsertRowid } = booking.run(
        reference,
        measured.office,
        date,
        measured.service,
        desk?.id,
        start,
        start + 25,
        start + 30,
      )
      for (let minute = start; minute < start + 30; minute += 5)
        tick.run(measured.office, date, desk?.id, minute, lastInsertRowid)
    }
  })()
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}
