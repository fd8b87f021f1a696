import { addDays } from '../../src/domain/calendar.ts'
import { systemClock } from '../../src/time.ts'
import { copyDatabase, horizonDays } from './bench-city.ts'
import { startBenched, startRows } from './benched.ts'
import { median, rate, type Figure } from './figures.ts'
import { bookingRequest, bookingsPerSecond } from './load.ts'
import { placesOf } from './pages.ts'
import { lastNumber, rowsAfter, rowWriter } from './rows.ts'

/**
 * Booking by POST, durable: one at a time and 32 at once, beside the same rows written bare; both also as parts of that floor.
 * Program and floor take turns, since the machine may be another one a minute later.
 */
export async function benchBookings(
  file: string,
  seconds: number,
  past: number,
): Promise<{ figures: Figure[]; single: number; together: number }> {
  const today = systemClock().now('Europe/Warsaw').date
  await layOutDays(file, today)
  const [bare, asked] = [`${file}-bare`, `${file}-asked`]
  for (const copy of [bare, asked]) copyDatabase(file, copy)
  const last = lastNumber(bare)

  const server = await startBenched(file)
  const requests = shuffled(await placesFrom(server.url, today)).map(place => bookingRequest(server.url, place))
  for (const residents of [32, 1]) await bookingsPerSecond(server.url, residents, warmUpSeconds, requests)
  const rounds: Round[] = []
  while (rounds.length < roundsTaken) {
    const from = lastNumber(file)
    const single = await bookingsPerSecond(server.url, 1, seconds / 2, requests)
    const together = await bookingsPerSecond(server.url, 32, seconds / 4, requests)
    rounds.push({ single, together, floor: bareBookingsPerSecond(file, bare, from) })
  }
  await server.stop()

  const express = await askedBookingsPerSecond(file, asked, last, seconds)
  const after = `, ${past} past bookings`
  const single = middle(`booking by POST, one at a time${after}`, rounds, ({ single }) => single, 0.5)
  const together = middle(`booking by POST, 32 at once${after}`, rounds, ({ together }) => together, 1)
  return {
    single: single.ratio ?? 0,
    together: together.ratio ?? 0,
    figures: [
      { ...single, note: `an Express that does no more than write the rows: ${(express / (single.floor ?? 1)).toFixed(2)}` },
      together,
    ],
  }
}

interface Round {
  readonly single: number
  readonly together: number
  readonly floor: number
}

/** The round whose ratio is in the middle. */
function middle(name: string, rounds: readonly Round[], of: (round: Round) => number, target: number): Figure {
  const figures = rounds.map(round => rate(name, of(round), round.floor, target))
  const ratio = median(figures.map(figure => figure.ratio ?? 0))
  return figures.find(figure => figure.ratio === ratio) as Figure
}

const roundsTaken = 3

/** A program that serves a city has been running for days: so long it takes until its code is compiled for speed. */
const warmUpSeconds = 4

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
function bareBookingsPerSecond(file: string, bare: string, from: number): number {
  const rows = rowsAfter(file, from, 4000)
  const { write, close } = rowWriter(bare, Object.keys(rows[0] ?? {}))
  const startedAt = process.hrtime.bigint()
  for (const row of rows) write(row)
  const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9
  close()
  return rows.length / seconds
}

/** The same rows, each written when a resident asks Express for it. */
async function askedBookingsPerSecond(file: string, asked: string, last: number, seconds: number): Promise<number> {
  const server = await startRows(file, asked, last)
  const request = bookingRequest(server.url, { service: 'any', office: 'any', date: '2020-05-25', time: '08:20', persons: 1 })
  const requests = Array.from({ length: 100_000 }, () => request)
  await bookingsPerSecond(server.url, 1, warmUpSeconds, requests)
  const rate = await bookingsPerSecond(server.url, 1, seconds / 2, requests)
  await server.stop()
  return rate
}

function shuffled<T>(items: T[]): T[] {
  return items
    .map(item => ({ item, lot: Math.random() }))
    .sort((one, other) => one.lot - other.lot)
    .map(({ item }) => item)
}
