import { rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { addDays } from '../../src/domain/calendar.ts'
import { scheduleWords } from '../../src/language/schedule-words.ts'
import { openDatabase } from '../../src/repositories/database.ts'
import { cityOf } from '../../src/repositories/city.ts'
import { systemClock } from '../../src/time.ts'
import { dayAtDesks } from '../../src/use-cases/desk/day-at-desks.ts'
import { printSchedulePdf } from '../../src/use-cases/desk/print-schedule.ts'
import { bookVisit } from '../../src/use-cases/resident/book-visit.ts'
import { offersOf } from '../../src/use-cases/resident/offers-of.ts'
import type { House } from '../../src/use-cases/house.ts'
import { signedInAs } from '../support/signed-in.ts'
import { copyDatabase, measured } from './bench-city.ts'
import { startBenched, startFloor } from './benched.ts'
import { readingsWhileChanging } from './changing-day.ts'
import { median, rate, type Figure } from './figures.ts'
import { requestsPerSecond } from './load.ts'

const visits = 400
const clients = 10
const rounds = 3
const changes = 300

/** The schedule page of an office with 400 visits on one day beside its bare rendering, and its sheet as a PDF. */
export async function benchSchedule(file: string, seconds: number): Promise<Figure[]> {
  const own = `${file}.schedule`
  copyDatabase(file, own)
  const db = openDatabase(`file:${own}`)
  const house: House = { db, clock: systemClock(), random: count => randomBytes(count) }
  const date = nextWorkday(house)
  const made = await fill(house, date)
  const { cookie } = await signedInAs(house, { role: 'manager', office: measured.office })
  const pdfMs = await pdfTime(house, date)
  const { rows } = await dayAtDesks(house, { officeId: measured.office, date })
  await db.destroy()

  const page = `/desk?office=${measured.office}&date=${date}&scope=`
  const server = await startBenched(own)
  const floor = await startFloor(own, page, '', cookie)
  try {
    if ((await (await fetch(`${floor.url}/same`)).text()) !== 'true') throw new Error('the floor does not render the same page')
    const rates = { page: [] as number[], floor: [] as number[] }
    for (let round = 0; round < rounds; round += 1) {
      rates.floor.push(await requestsPerSecond(`${floor.url}/page`, clients, seconds))
      rates.page.push(await requestsPerSecond(`${server.url}${page}`, clients, seconds, { cookie }))
    }
    const changing = await readingsWhileChanging(
      {
        ...{ page: `${server.url}${page}`, floor: `${floor.url}/page`, cookie, form: { office: measured.office, date } },
        changes: rows.map(row => `${server.url}/desk/visits/${row.bookingNumber}/needs`),
      },
      changes,
    )
    const pdf: Figure = {
      name: `schedule of ${made} visits as a PDF, at most 2000 ms`,
      value: pdfMs,
      unit: 'ms',
      note: '300 rows and more',
    }
    return [
      rate(`schedule page, ${made} visits`, median(rates.page), median(rates.floor), 0.5, 'nothing changes'),
      rate(`schedule page, ${made} visits, changing`, changing.page, changing.floor, 0.5, 'a change before each reading'),
      pdf,
    ]
  } finally {
    await Promise.all([server.stop(), floor.stop()])
    for (const ending of ['', '-wal', '-shm']) rmSync(own + ending, { force: true })
  }
}

export function nextWorkday(house: House): string {
  const { date } = house.clock.now('Europe/Warsaw')
  const found = [1, 2, 3, 4, 5]
    .map(days => addDays(date, days))
    .find(each => ![0, 6].includes(new Date(`${each}T00:00:00Z`).getUTCDay()))
  return found ?? date
}

/** Books every free start of every matter of the office until there are enough. */
export async function fill(house: House, date: string): Promise<number> {
  const city = await cityOf(house.db)
  const groups = city.deskGroups.filter(group => group.officeId === measured.office).map(({ id }) => id)
  const matters = city.services.filter(service => service.deskGroupIds.some(id => groups.includes(id)))
  let made = 0
  for (const { id: serviceId, personsAtLeast } of matters) {
    const asked = {
      serviceId,
      party: { persons: personsAtLeast, companions: {} },
      needs: [],
      groups: [],
      channel: 'phone' as const,
    }
    for (let tries = 0; tries < visits && made < visits; tries += 1) {
      const offers = await offersOf(house, { ...asked, officeIds: [measured.office], from: date, to: date })
      const [time] = offers.offices[0]?.days[0]?.times ?? []
      if (!time) break
      await bookVisit(house, { ...asked, officeId: measured.office, date, start: time.start }, { language: 'pl' })
      made += 1
    }
  }
  return made
}

async function pdfTime(house: House, date: string): Promise<number> {
  const key = { officeId: measured.office, date }
  await dayAtDesks(house, key)
  const startedAt = performance.now()
  await printSchedulePdf(house, key, {
    language: 'pl',
    currentUrl: () => 'https://okienko.example/sheets',
    words: scheduleWords('pl'),
  })
  return Math.round(performance.now() - startedAt)
}
