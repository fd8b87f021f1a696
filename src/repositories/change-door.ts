import type { Knex } from 'knex'
import type { Minute } from '../domain/calendar.ts'
import { keyOf, theOnlyWriter, type DayKey } from './change-day.ts'
import { waitInLine } from './commit-line.ts'
import { announceDoor } from './door-feed.ts'
import { isPostgres } from './database.ts'
import { readRows, runStatement } from './statement.ts'

/** The count at an office's doors on one day as a whole, and what else is learned by the same small query. */
export interface DoorDay extends DayKey {
  /** Grows with each change; screens know by it what they have seen. 0: nothing has happened yet. */
  readonly turn: number
  /** The hourly maxima are complete up to this minute. */
  readonly countedTo: Minute
  /** The page and mark of the day's sheet; 0 and empty where it has none. */
  readonly page: number
  readonly mark: string
  /** The version of the city that is in force now. */
  readonly newestCity: number
}

/** The same turned just now: whoever has it is the only one who counts there. */
export type DoorTurned = DoorDay

/**
 * Changes the count at the doors of one office on one day, all or nothing: its one row is turned first, which lets the
 * others wait, then `change` reads, decides and writes. The day sheet keeps its page. Changes that wait at the same time
 * may share one commit.
 */
export async function changeDoor<T>(db: Knex, day: DayKey, change: (trx: Knex, turned: DoorTurned) => Promise<T>): Promise<T> {
  const line = isPostgres(db) ? `door ${keyOf(day)}` : theOnlyWriter
  const { answer, turned } = await waitInLine(db, line, async trx => {
    const turned = await turnDoor(trx, day)
    return { answer: await change(trx, turned), turned }
  })
  announceDoor(db, turned)
  return answer
}

/** The same within a transaction that has the day open already. Days are always opened before doors, never after. */
export async function turnDoor(trx: Knex, { officeId, date }: DayKey): Promise<DoorTurned> {
  const { rows } = await runStatement<DoorDayRow>(trx, turning, [officeId, date])
  return fromRow({ officeId, date }, rows[0])
}

/** Notes up to which minute the hourly maxima are complete. */
export async function noteCountedTo(trx: Knex, { officeId, date }: DayKey, minute: Minute): Promise<void> {
  const sql = 'UPDATE door_days SET counted_to = ? WHERE office_id = ? AND date = ? AND counted_to < ?'
  await runStatement(trx, sql, [minute, officeId, date, minute])
}

/** How the count at an office's doors stands, without changing it. */
export async function doorDay(db: Knex, { officeId, date }: DayKey): Promise<DoorDay> {
  const [row] = await readRows<DoorDayRow>(db, reading, [officeId, date, officeId, date])
  return fromRow({ officeId, date }, row)
}

interface DoorDayRow {
  turn: number | null
  counted_to: number | null
  page: number | null
  mark: string | null
  newest_city: number | null
}

function fromRow(day: DayKey, row: DoorDayRow | undefined): DoorDay {
  return {
    ...day,
    turn: row?.turn ?? 0,
    countedTo: row?.counted_to ?? 0,
    page: row?.page ?? 0,
    mark: row?.mark ?? '',
    newestCity: row?.newest_city ?? 0,
  }
}

const newestCity = '(SELECT MAX(version) FROM city_versions) AS newest_city'
const ofSheet = (column: string) =>
  `(SELECT ${column} FROM day_sheets AS s WHERE s.office_id = door_days.office_id AND s.date = door_days.date) AS ${column}`

const turning = `
  INSERT INTO door_days (office_id, date, turn, counted_to) VALUES (?, ?, 1, 0)
  ON CONFLICT (office_id, date) DO UPDATE SET turn = door_days.turn + 1
  RETURNING turn, counted_to, ${ofSheet('page')}, ${ofSheet('mark')}, ${newestCity}`

const reading = `
  SELECT d.turn, d.counted_to, s.page, s.mark, ${newestCity}
  FROM (SELECT 1 AS one) AS always
  LEFT JOIN door_days AS d ON d.office_id = ? AND d.date = ?
  LEFT JOIN day_sheets AS s ON s.office_id = ? AND s.date = ?`
