import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { openDatabase } from '../../src/repositories/database.ts'
import { cityOf } from '../../src/repositories/city.ts'
import { handClock } from '../../src/time.ts'
import { callVisit } from '../../src/use-cases/desk/call-visit.ts'
import { checkIn } from '../../src/use-cases/desk/check-in.ts'
import { dayAtDesks } from '../../src/use-cases/desk/day-at-desks.ts'
import { finish } from '../../src/use-cases/desk/finish.ts'
import { startServing } from '../../src/use-cases/desk/start-serving.ts'
import { bookVisit } from '../../src/use-cases/resident/book-visit.ts'
import { offersOf } from '../../src/use-cases/resident/offers-of.ts'
import type { Role } from '../../src/domain/staff/role.ts'
import { clockTime } from '../../src/language/dates.ts'
import { at } from './builders.ts'
import type { TestHouse } from './house.ts'
import { startServer } from './server.ts'
import { signedInAs } from './signed-in.ts'

/** The program on the sample city with a day that is booked, and hands on its database. */
export interface DeskRehearsal {
  readonly url: string
  /** The same database, with a clock of its own. */
  readonly house: TestHouse
  /** Signs a browser in with a role at the office; answers the `Cookie` header. */
  signIn(role: Role, context?: BrowserContext, office?: string): Promise<string>
  stop(): Promise<void>
}

/** The day of the reopening, and the office of its desks. */
export const rehearsed = { officeId: 'CA', date: '2020-05-11' } as const

/**
 * Starts the program at a time of the day of the reopening, with visits booked by the web the week before for identity
 * cards, vehicles and other matters, spread over the morning.
 *
 * @param each  so many visits of each of these matters
 * @param here  so many of the first are checked in
 */
export async function rehearseDesks(
  time: string,
  { each = 12, here = 0 }: { each?: number; here?: number } = {},
): Promise<DeskRehearsal> {
  const folder = mkdtempSync(path.join(tmpdir(), 'okienko-desks-'))
  const database = `file:${path.join(folder, 'city.sqlite3')}`
  const server = await startServer({
    DATABASE_URL: database,
    OKIENKO_CLOCK: `${rehearsed.date}T${time}`,
    SECRET: 'a secret of the browser tests',
    RATE_LIMIT_READS_PER_MINUTE: '0',
    RATE_LIMIT_BOOKINGS_PER_MINUTE: '0',
  })
  const db = openDatabase(database)
  const clock = handClock('2020-05-08T12:00', 'Europe/Warsaw')
  const house: TestHouse = { db, clock, random: count => randomBytes(count) }
  await fill(house, each)
  clock.set(`${rehearsed.date}T${time}`)
  await letCome(house, here)
  return {
    url: server.url,
    house,
    signIn: async (role, context, office = rehearsed.officeId) => {
      const { cookie } = await signedInAs(house, {
        role,
        office,
        name: `${role === 'clerk' ? 'anna.nowak' : role}-${Date.now() % 100_000}`,
      })
      const value = cookie.slice(cookie.indexOf('=') + 1)
      await context?.addCookies([{ name: 'okienko_staff', value, url: server.url }])
      return cookie
    },
    stop: async () => {
      await db.destroy()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Who comes: alone, in pairs, with children, with needs. */
const parties = [
  { persons: 1, companions: {} },
  { persons: 1, companions: {} },
  { persons: 2, companions: {} },
  { persons: 1, companions: {} },
  { persons: 3, companions: { child: 2 } },
]

async function fill(house: TestHouse, each: number): Promise<void> {
  const city = await cityOf(house.db)
  const groups = city.deskGroups.filter(group => group.officeId === rehearsed.officeId)
  const matters = groups.flatMap(group => city.services.find(service => service.deskGroupIds.includes(group.id)) ?? [])
  let count = 0
  for (const { id: serviceId, personsAtLeast } of matters) {
    for (let made = 0; made < each; made += 1) {
      const party = parties[count % parties.length] ?? { persons: 1, companions: {} }
      const asked = {
        ...{ serviceId, groups: [], channel: 'phone' as const },
        party: party.persons < personsAtLeast ? { persons: personsAtLeast, companions: {} } : party,
        needs: count % 17 === 3 ? ['interpreter-pjm'].filter(id => city.needs.some(need => need.id === id)) : [],
      }
      const offers = await offersOf(house, {
        ...asked,
        officeIds: [rehearsed.officeId],
        from: rehearsed.date,
        to: rehearsed.date,
      })
      const times = offers.offices[0]?.days[0]?.times ?? []
      const time = times[Math.floor((made * times.length) / each / 1.3)]
      if (!time) break
      const contact = { language: 'pl' as const, ...(count % 3 === 0 && { phone: `600 100 ${String(200 + count)}` }) }
      await bookVisit(house, { ...asked, ...rehearsed, start: time.start }, contact).catch(() => undefined)
      count += 1
    }
  }
}

async function letCome(house: TestHouse, here: number): Promise<void> {
  const { rows } = await dayAtDesks(house, rehearsed)
  for (const row of rows.slice(0, here)) await checkIn(house, rehearsed.officeId, row.bookingNumber, { anyway: true })
}

/** Lets the day go on to a time: whoever was due is served, but a few who are late or missing; the next ones wait. */
export async function letDayPass(house: TestHouse, time: string): Promise<void> {
  const now = at(time)
  const { rows } = await dayAtDesks(house, rehearsed)
  for (const [i, row] of rows.entries()) {
    if (row.start > now + 12 || i % 9 === 8) continue
    const key = { ...rehearsed, bookingNumber: row.bookingNumber }
    const goTo = (minute: number) => house.clock.set(`${rehearsed.date}T${clockTime(minute)}`)
    goTo(Math.min(now, row.start - 4))
    await checkIn(house, rehearsed.officeId, row.bookingNumber, { anyway: true })
    if (row.start > now - 8) continue
    goTo(row.start)
    const called = await callVisit(house, key, row.deskId).catch(() => undefined)
    if (!called) continue
    await startServing(house, key)
    goTo(row.start + 8)
    if (row.start + row.minutes <= now) await finish(house, key)
  }
  house.clock.set(`${rehearsed.date}T${time}`)
}
