import { addDays, weekdayOf, type OfficeDate } from '../../src/domain/calendar.ts'
import type { City } from '../../src/domain/city.ts'
import { openDatabase } from '../../src/repositories/database.ts'
import { saveCity } from '../../src/repositories/city.ts'
import { systemClock } from '../../src/time.ts'
import { verify } from '../../src/use-cases/operator/verify.ts'
import { aCity, aPolicy } from '../support/builders.ts'
import { startServer, type Server } from '../support/server.ts'

/** Several processes of the real program on one database. */
export interface House4 {
  readonly servers: readonly Server[]
  readonly databaseUrl: string
  stop(): Promise<void>
}

/** Settings of a program that is to be stormed. */
export const stormed = {
  OKIENKO_CITY: 'none',
  RATE_LIMIT_READS_PER_MINUTE: '0',
  RATE_LIMIT_BOOKINGS_PER_MINUTE: '0',
  SECRET: 'a secret of the races',
}

/** Starts the program so many times on one database that holds a tiny city. */
export async function openHouses(
  databaseUrl: string,
  processes: number,
  city: City = aCity({ policy: aPolicy({ horizonDays: 400 }) }),
): Promise<House4> {
  const db = openDatabase(databaseUrl)
  await saveCity(db, city, systemClock().instant())
  await db.destroy()
  const servers = await Promise.all(
    Array.from({ length: processes }, () => startServer({ ...stormed, DATABASE_URL: databaseUrl })),
  )
  return { servers, databaseUrl, stop: async () => void (await Promise.all(servers.map(server => server.stop()))) }
}

/** What a call was answered. */
export interface Answer {
  readonly status: number
  readonly body: Record<string, unknown>
}

/** Posts JSON to the API. A process that is gone answers status 0. */
export async function post(
  server: Pick<Server, 'url'>,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  try {
    const response = await fetch(`${server.url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  } catch {
    return { status: 0, body: {} }
  }
}

/** Counts the violations that the audit finds in a database. */
export async function violationsIn(databaseUrl: string): Promise<number> {
  const db = openDatabase(databaseUrl)
  try {
    let found = 0
    for await (const _ of verify({ db, clock: systemClock(), random: count => new Uint8Array(count) })) found += 1
    return found
  } finally {
    await db.destroy()
  }
}

/** Workdays that can be booked from a week ahead, without public holidays in the way of the tiny city. */
export function workdays(count: number): OfficeDate[] {
  const today = systemClock().now('Europe/Warsaw').date
  const ahead = Array.from({ length: count * 2 + 30 }, (_, day) => addDays(today, 7 + day))
  const usual = ahead.filter(date => !['sat', 'sun'].includes(weekdayOf(date)) && !isFree(date))
  return usual.slice(0, count)
}

/** Polish public holidays that move are left out generously: the whole of them is tested elsewhere. */
function isFree(date: OfficeDate): boolean {
  return (
    ['01-01', '01-06', '05-01', '05-03', '08-15', '11-01', '11-11', '12-24', '12-25', '12-26'].includes(date.slice(5)) ||
    isSpringFeast(date)
  )
}

function isSpringFeast(date: OfficeDate): boolean {
  return ['03', '04', '05', '06'].includes(date.slice(5, 7)) && ['mon', 'thu'].includes(weekdayOf(date))
}

/** A body of the API that asks for the tiny city's service. */
export function visit(date: OfficeDate, time: string): Record<string, unknown> {
  return { service: 'id-card', office: 'CA', date, time, persons: 1 }
}

/** The starts of the tiny city's day: every twenty minutes from 8 to 16. */
export const starts: readonly string[] = Array.from({ length: 24 }, (_, place) => {
  const minute = 480 + place * 20
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
})
