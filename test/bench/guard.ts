import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { openDatabase } from '../../src/repositories/database.ts'
import { cityOf } from '../../src/repositories/city.ts'
import { handClock, systemClock } from '../../src/time.ts'
import { addDevice } from '../../src/use-cases/entrance/add-device.ts'
import { claimDevice } from '../../src/use-cases/entrance/claim-device.ts'
import type { House } from '../../src/use-cases/house.ts'
import { signedInAs } from '../support/signed-in.ts'
import { copyDatabase, measured } from './bench-city.ts'
import { startBenched } from './benched.ts'
import type { Figure } from './figures.ts'
import { bareScans } from './guard-floor.ts'
import { clerkAtWork, kioskAtWork, otherGuardAtWork, residentAtWork, type AtWork } from './guard-others.ts'
import { fill, nextWorkday } from './schedule.ts'

const clerks = 8
const kiosks = 3
const residents = 8
const scanEveryMs = 300
const mostMs = 100

/** How long a guard waits for the answer to a scan while 20 others work, beside the same rows written bare. */
export async function benchGuard(file: string, seconds: number): Promise<Figure[]> {
  const own = `${file}.guard`
  copyDatabase(file, own)
  const db = openDatabase(`file:${own}`)
  const clock = handClock(`${systemClock().now('Europe/Warsaw').date}T07:30`, 'Europe/Warsaw')
  const house: House = { db, clock, random: count => randomBytes(count) }
  const date = nextWorkday(house)
  await fill(house, date)
  clock.set(`${date}T09:00`)
  const cookies = await enrolAll(house)
  const references = await referencesOf(house, date)
  await db.destroy()

  const server = await startBenched(own, { OKIENKO_CLOCK: `${date}T09:00` })
  const waits: number[] = []
  let busy = 0
  let answer = ''
  try {
    const at: AtWork = { url: server.url, date, office: measured.office, until: Date.now() + seconds * 1000 + 2000 }
    const others = [
      ...cookies.clerks.map(({ cookie, desk }) => clerkAtWork(at, cookie, desk)),
      ...cookies.kiosks.map((cookie, nth) =>
        kioskAtWork(
          at,
          cookie,
          references.typed.filter((_, place) => place % kiosks === nth),
        ),
      ),
      ...Array.from({ length: residents }, () => residentAtWork(at, measured.service)),
      otherGuardAtWork(at, cookies.guards[1] ?? ''),
    ]
    await pause(2000)
    const [startedAt, cpuBefore] = [performance.now(), cpuSeconds(server.pid)]
    for (const reference of references.scanned) {
      if (Date.now() > at.until) break
      const asked = performance.now()
      answer = await scan(server.url, cookies.guards[0] ?? '', reference)
      waits.push(performance.now() - asked)
      await pause(Math.max(0, scanEveryMs - (performance.now() - asked)))
    }
    busy = (cpuSeconds(server.pid) - cpuBefore) / ((performance.now() - startedAt) / 1000)
    await Promise.all(others)
  } finally {
    await server.stop()
  }
  const floor = await bareScans(own, waits.length, answer)
  for (const ending of ['', '-wal', '-shm']) rmSync(own + ending, { force: true })
  const named = [
    ['half of them', 0.5],
    ['95 of 100', 0.95],
    ['99 of 100', 0.99],
    ['the slowest', 1],
  ] as const
  return named.map(([name, share]) => {
    const [value, least] = [quantile(waits, share), quantile(floor, share)]
    const figure = { name: `guard's scan while 20 others work, ${name}`, value, unit: 'ms', floor: least, ratio: least / value }
    return {
      ...figure,
      note: `${value <= mostMs ? 'within' : 'above'} ${mostMs} ms, ${waits.length} scans, server busy ${(busy * 100).toFixed(0)} % of the time`,
    }
  })
}

async function enrolAll(house: House) {
  const { number } = await signedInAs(house, { role: 'manager' })
  const enrol = async (kind: 'kiosk' | 'guard', nth: number) => {
    const asked = { officeId: measured.office, kind, name: `${kind} ${nth}`, entrance: '', countsExits: true } as const
    const { code = '' } = await addDevice(house, asked, number)
    const { credential } = await claimDevice(house, { code, address: '127.0.0.1' })
    return `okienko_device=${credential}`
  }
  const city = await cityOf(house.db)
  const desks = city.desks.filter(({ officeId }) => officeId === measured.office).slice(0, clerks)
  const signedIn = []
  for (const { id } of desks) {
    const { cookie } = await signedInAs(house, { role: 'clerk', office: measured.office })
    signedIn.push({ cookie, desk: id })
  }
  const kioskCookies = []
  for (let nth = 0; nth < kiosks; nth += 1) kioskCookies.push(await enrol('kiosk', nth))
  return { clerks: signedIn, kiosks: kioskCookies, guards: [await enrol('guard', 1), await enrol('guard', 2)] }
}

/** Those whose time is near, for the guard (every other one comes too early) and for the kiosks. */
async function referencesOf({ db }: House, date: string): Promise<{ scanned: string[]; typed: string[] }> {
  const rows = (await db('bookings')
    .where({ office_id: measured.office, date })
    .whereBetween('start_minute', [8 * 60 + 45, 13 * 60])
    .orderBy('start_minute')
    .select('reference', 'start_minute')) as { reference: string; start_minute: number }[]
  const between = (from: number, to: number) =>
    rows.filter(row => row.start_minute >= from && row.start_minute < to).map(({ reference }) => reference)
  const [near, soon, later] = [between(0, 9 * 60 + 15), between(9 * 60 + 15, 9 * 60 + 59), between(11 * 60, 14 * 60)]
  return {
    scanned: later.flatMap((reference, nth) => (near[nth] === undefined ? reference : [near[nth], reference])),
    typed: soon,
  }
}

async function scan(url: string, cookie: string, code: string): Promise<string> {
  const body = new URLSearchParams({ event: randomUUID(), code, fragment: '1' })
  const answer = await fetch(`${url}/entrance/guard/scans`, { method: 'POST', headers: { cookie }, body })
  const text = await answer.text()
  if (!text.includes('door-answer')) throw new Error(`a scan was answered ${answer.status}`)
  return text
}

/** What a process has computed so far; Linux counts in hundredths. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
