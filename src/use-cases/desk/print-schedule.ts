import type { City, Language } from '../../domain/city.ts'
import { schedulePdf } from '../../paper/sheet/schedule.ts'
import type { BreakRow, ScheduleRow, ScheduleSheet, VisitRow } from '../../paper/values.ts'
import { keyOf, type DayKey } from '../../repositories/change-day.ts'
import { cityOf } from '../../repositories/city.ts'
import { cityWithRetired } from '../../repositories/city-with-retired.ts'
import { daysOf, type DayAsOf } from '../../repositories/days.ts'
import type { House } from '../house.ts'
import type { Break } from './breaks-of.ts'
import { dayAtDesks, type DeskScope } from './day-at-desks.ts'
import type { DeskRow } from './desk-row.ts'
import { roomLimits } from '../paper/room-limits.ts'
import { sheetHead, type PrintedFor } from './sheet-head.ts'

/** Which sheet is wanted, and the words that only a language has. */
export interface ScheduleWish extends PrintedFor {
  readonly scope?: DeskScope
  readonly format?: NonNullable<ScheduleSheet['format']>
  readonly words: ScheduleWords
}

/** How a sheet says what is no name of the city's. */
export interface ScheduleWords {
  readonly desk: (label: string) => string
  readonly stretch: (kind: Break['kind'], zone: string) => string
  readonly channel: (channel: DeskRow['channel']) => string
}

const emptyRows = 8
const over: ReadonlySet<string> = new Set(['cancelled', 'displaced', 'held'])

/**
 * The daily schedule of an office, a department, a desk group or a desk as a sheet to print: no names, no addresses.
 *
 * @throws {NotFound} if there is no such office
 */
export async function printSchedule(house: House, key: DayKey, wish: ScheduleWish): Promise<ScheduleSheet> {
  const { language, words } = wish
  const city = await cityOf(house.db)
  const head = await sheetHead(house, key, wish)
  const day = await dayAtDesks(house, key, wish.scope)
  const { plan } = ((await daysOf(house.db, city, [key.officeId], key.date, key.date)).get(keyOf(key)) as DayAsOf).day
  const named = await cityWithRetired(house.db, city)
  const scope = scopeInWords(city, wish.scope ?? {}, words, language)
  const rows: ScheduleRow[] = [
    ...day.rows.filter(({ status }) => !over.has(status)).map(row => visitRow(named, row, words, language)),
    ...merged(day.breaks.map(stretch => breakRow(city, stretch, words, language))),
  ]
  return {
    ...head,
    page: day.page,
    ...(scope !== undefined && { scope }),
    ...(wish.format && { format: wish.format }),
    limits: roomLimits(city, plan, language, new Set(day.limits.map(({ zoneId }) => zoneId))),
    rows: rows.toSorted(
      (one, other) => startOf(one) - startOf(other) || Number(one.kind === 'visit') - Number(other.kind === 'visit'),
    ),
    emptyRows: day.hours.length > 0 ? emptyRows : 0,
  }
}

function scopeInWords(city: City, scope: DeskScope, words: ScheduleWords, language: Language): string | undefined {
  const desk = city.desks.find(({ id }) => id === scope.deskId)
  if (desk) return words.desk(desk.label)
  const part =
    city.deskGroups.find(({ id }) => id === scope.deskGroupId) ?? city.departments.find(({ id }) => id === scope.departmentId)
  return part?.name[language]
}

function visitRow(city: City, row: DeskRow, words: ScheduleWords, language: Language): VisitRow {
  const needs = city.needs.filter(({ id }) => row.needs.includes(id)).map(({ name }) => name[language])
  const remarks = [...needs, ...(row.channel === 'web' ? [] : [words.channel(row.channel)])]
  return {
    kind: 'visit',
    start: row.start,
    referenceEnd: row.referenceEnd,
    ...(row.ticket && { ticket: row.ticket.code }),
    matter: city.services.find(({ id }) => id === row.serviceId)?.name[language] ?? row.serviceId,
    minutes: row.minutes,
    desk: city.desks.find(({ id }) => id === (row.ticket?.deskId ?? row.deskId))?.label ?? '',
    persons: row.persons,
    exempt: row.exempt.reduce((sum, { persons }) => sum + persons, 0),
    needs: row.excused === undefined ? remarks : [...remarks, row.excused],
    ...(row.status === 'no-show' && { came: false }),
    ...(row.status !== 'booked' && row.status !== 'no-show' && { came: true }),
  }
}

function breakRow(city: City, stretch: Break, words: ScheduleWords, language: Language): BreakRow {
  const zone = city.zones.find(({ id }) => id === stretch.zoneId)?.name[language] ?? ''
  const desk = city.desks.find(({ id }) => id === stretch.deskId)?.label
  return {
    kind: 'break',
    from: stretch.from,
    to: stretch.to,
    what: words.stretch(stretch.kind, zone),
    ...(desk !== undefined && { desk }),
  }
}

/** Rooms with the same break at the same time stand in one line. */
function merged(rows: readonly BreakRow[]): BreakRow[] {
  const known = new Map<string, BreakRow>()
  for (const row of rows) {
    const [what = '', room = ''] = row.what.split(': ')
    const key = `${row.from} ${row.to} ${row.desk} ${what}`
    const first = known.get(key)
    known.set(key, first ? { ...first, what: `${first.what}, ${room}` } : row)
  }
  return [...known.values()]
}

function startOf(row: ScheduleRow): number {
  return row.kind === 'visit' ? row.start : row.from
}

/** The same as a PDF. */
export async function printSchedulePdf(house: House, key: DayKey, wish: ScheduleWish): Promise<Buffer> {
  return schedulePdf(await printSchedule(house, key, wish))
}
