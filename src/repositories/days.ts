import type { Knex } from 'knex'
import { LRUCache } from 'lru-cache'
import { datesFrom, type OfficeDate } from '../domain/calendar.ts'
import type { City } from '../domain/city.ts'
import type { Booking } from '../domain/booking/booking.ts'
import { closedPlan } from '../domain/capacity/closed-plan.ts'
import type { Day, DayException, DayPlan } from '../domain/capacity/day.ts'
import { planOfDay } from '../domain/capacity/plan.ts'
import { promisedBookings } from './bookings.ts'
import { keyOf, type DayKey, type Turned } from './change-day.ts'
import { databaseOf } from './database.ts'
import { dayExceptions } from './day-exceptions.ts'

/** A day as it stood at one page, and what tells that page from every other. */
export interface DayAsOf {
  readonly day: Day
  /** The page's number, its mark and the city's version: equal labels mean equal days. */
  readonly label: string
}

/** So many days are kept in memory; two weeks of fifteen offices are about two hundred. */
const mostDays = 1200

const memories = new WeakMap<object, LRUCache<string, DayAsOf>>()
const plansByCity = new WeakMap<City, LRUCache<string, DayPlan>>()

/**
 * Days of these offices, from one date to another, both included. One query tells their pages; only those that have
 * turned since they were last read are read again.
 */
export async function daysOf(
  db: Knex,
  city: City,
  officeIds: readonly string[],
  from: OfficeDate,
  to: OfficeDate,
): Promise<ReadonlyMap<string, DayAsOf>> {
  const memory = memoryOf(db)
  const labels = await labelsOf(db, city, officeIds, from, to)
  const days = officeIds.flatMap(officeId => datesFrom(from, to).map(date => ({ officeId, date })))
  const known = new Map<string, DayAsOf>()
  const stale: DayKey[] = []
  for (const day of days) {
    const key = keyOf(day)
    const kept = memory.get(key)
    if (kept && kept.label === (labels.get(key)?.label ?? blankLabel(city))) known.set(key, kept)
    else stale.push(day)
  }
  for (const read of await readDays(db, city, stale, labels)) {
    memory.set(keyOf(read.day.plan), read)
    known.set(keyOf(read.day.plan), read)
  }
  return known
}

/** A day as this process saw it last, without asking whether it has changed since; `undefined` if it never saw it. */
export function lastSeen(db: Knex, day: DayKey): Day | undefined {
  return memoryOf(db).get(keyOf(day))?.day
}

/** The day that a change begins with, as it stood before its page was turned. */
export function dayBefore(trx: Knex, city: City, turned: Turned): Day | Promise<Day> {
  const kept = memoryOf(trx).get(turned.key)
  if (kept && kept.label === labelOf(city, turned.page - 1, turned.previousMark)) return kept.day
  return dayNow(trx, city, turned).then(({ day }) => day)
}

/** Keeps in memory what a change has made of a day. Should its transaction be undone, the label will never be met again. */
export function rememberDay(trx: Knex, city: City, turned: Turned, day: Day): void {
  memoryOf(trx).set(turned.key, { day, label: labelOf(city, turned.page, turned.mark) })
}

/** The page of a day's sheet; 0 and an empty mark where it has none. */
export type Page = DayKey & Pick<Turned, 'page' | 'mark'>

/** A day of a page that is known: read only if it has turned since this process saw it last. */
export async function dayOfPage(db: Knex, city: City, page: Page): Promise<DayAsOf> {
  const kept = memoryOf(db).get(keyOf(page))
  if (kept && kept.label === labelOf(city, page.page, page.mark)) return kept
  const read = await dayNow(db, city, page)
  memoryOf(db).set(keyOf(page), read)
  return read
}

/** A day read from the database whatever is in memory. */
export async function dayNow(trx: Knex, city: City, turned: Page): Promise<DayAsOf> {
  const label = labelOf(city, turned.page, turned.mark)
  const [read] = await readDays(trx, city, [turned], new Map([[keyOf(turned), { page: turned.page, label }]]))
  return read as DayAsOf
}

type Labels = ReadonlyMap<string, { readonly page: number; readonly label: string }>

async function labelsOf(db: Knex, city: City, officeIds: readonly string[], from: OfficeDate, to: OfficeDate): Promise<Labels> {
  const rows = (await db('day_sheets')
    .whereIn('office_id', officeIds)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .select('office_id', 'date', 'page', 'mark')) as { office_id: string; date: string; page: number; mark: string }[]
  return new Map(
    rows.map(row => [
      keyOf({ officeId: row.office_id, date: row.date }),
      { page: row.page, label: labelOf(city, row.page, row.mark) },
    ]),
  )
}

async function readDays(db: Knex, city: City, days: readonly DayKey[], labels: Labels): Promise<DayAsOf[]> {
  const touched = days.filter(day => labels.has(keyOf(day)))
  const bookings = await bookingsByDay(db, touched)
  const exceptions = await exceptionsByDay(db, days)
  return days.map(day => {
    const key = keyOf(day)
    const label = labels.get(key)
    return {
      label: label?.label ?? blankLabel(city),
      day: {
        plan: planNow(city, day, exceptions.get(key) ?? []),
        page: label?.page ?? 0,
        bookings: bookings.get(key) ?? [],
      },
    }
  })
}

/**
 * The same plan for the same city, day and exceptions: when only bookings have changed, whatever was made of the plan stays.
 * Bookings outlive their office: its days can still be opened when the city has it no longer.
 */
function planNow(city: City, day: DayKey, exceptions: readonly DayException[]): DayPlan {
  const plans = plansByCity.get(city) ?? new LRUCache<string, DayPlan>({ max: mostDays })
  plansByCity.set(city, plans)
  const { officeId, date } = day
  const key = `${keyOf(day)} ${JSON.stringify(exceptions)}`
  const isThere = city.offices.some(office => office.id === officeId)
  const plan = plans.get(key) ?? (isThere ? planOfDay(city, officeId, date, exceptions) : closedPlan(city, officeId, date))
  plans.set(key, plan)
  return plan
}

async function bookingsByDay(db: Knex, days: readonly DayKey[]): Promise<Map<string, Booking[]>> {
  const byDay = new Map<string, Booking[]>()
  if (days.length === 0) return byDay
  for (const booking of await promisedBookings(db, ...rangeOf(days))) {
    const key = keyOf(booking)
    byDay.set(key, [...(byDay.get(key) ?? []), booking])
  }
  return byDay
}

async function exceptionsByDay(db: Knex, days: readonly DayKey[]): Promise<ReadonlyMap<string, DayException[]>> {
  return days.length === 0 ? new Map<string, DayException[]>() : dayExceptions(db, ...rangeOf(days))
}

function rangeOf(days: readonly DayKey[]): [officeIds: string[], from: OfficeDate, to: OfficeDate] {
  const dates = days.map(day => day.date).sort()
  return [[...new Set(days.map(day => day.officeId))], dates[0] as OfficeDate, dates.at(-1) as OfficeDate]
}

function labelOf(city: City, page: number, mark: string): string {
  return `${page}.${mark}.${city.version}`
}

function blankLabel(city: City): string {
  return labelOf(city, 0, '')
}

function memoryOf(db: Knex): LRUCache<string, DayAsOf> {
  const memory = memories.get(databaseOf(db)) ?? new LRUCache<string, DayAsOf>({ max: mostDays })
  memories.set(databaseOf(db), memory)
  return memory
}
