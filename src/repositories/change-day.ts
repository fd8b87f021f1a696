import type { Knex } from 'knex'
import type { OfficeDate } from '../domain/calendar.ts'
import { isPostgres } from './database.ts'
import { waitInLine } from './commit-line.ts'
import { turnPage } from './turn-page.ts'

/** A day sheet whose page has just been turned: whoever has it is the only writer of that day. */
export interface Turned {
  /** The day's one name in maps, made once: making it again and again takes as long as a look into the map. */
  readonly key: string
  readonly officeId: string
  readonly date: OfficeDate
  /** The new page, from 1. */
  readonly page: number
  /** The mark of this turn, and of the one before (empty on page 1). A page is known by its number and mark. */
  readonly mark: string
  readonly previousMark: string
  /** The version of the city by which the ledger was laid out; 0 when it has not been. */
  readonly cityVersion: number
  /** The version of the city that is in force now. */
  readonly newestCity: number
}

export interface DayKey {
  readonly officeId: string
  readonly date: OfficeDate
}

/**
 * Changes days of offices, all or nothing: turns the page of each day's sheet first, which makes this transaction the
 * only writer of the day (SQLite gives the write lock, PostgreSQL locks the row), then lets `change` read, decide and
 * write. Nothing else starts a transaction for a day. What is answered is on disk.
 *
 * Changes that wait at the same time may share one commit; each is still all or nothing.
 *
 * @param days    often one, two for a move; sheets are turned in sorted order, so that two moves never wait for each other
 * @param change  gets the transaction and the turned sheets in the order of `days`; whatever it throws undoes it all, the
 *                pages too
 */
export function changeDays<T>(
  db: Knex,
  days: readonly DayKey[],
  change: (trx: Knex, turned: Turned[]) => Promise<T>,
): Promise<T> {
  return waitInLine(db, lineFor(db, days), async trx => change(trx, await turnPages(trx, days)))
}

async function turnPages(trx: Knex, days: readonly DayKey[]): Promise<Turned[]> {
  const named = days.map(day => ({ key: keyOf(day), day }))
  const turned = new Map<string, Turned>()
  for (const { key, day } of named.toSorted((one, other) => (one.key < other.key ? -1 : 1))) {
    if (!turned.has(key)) turned.set(key, await turnPage(trx, day, key))
  }
  return named.map(({ key }) => turned.get(key) as Turned)
}

/** The line in which everything stands that writes to SQLite. */
export const theOnlyWriter = 'the only writer'

/** The one name of a day in maps and lines. */
export function keyOf(day: DayKey): string {
  return `${day.officeId} ${day.date}`
}

/** SQLite has one writer, so all changes stand in one line. On PostgreSQL each day has its own; a change of several days goes alone. */
function lineFor(db: Knex, days: readonly DayKey[]): string | undefined {
  if (!isPostgres(db)) return theOnlyWriter
  const [only, ...others] = days
  return only && others.length === 0 ? keyOf(only) : undefined
}
