import type { Knex } from 'knex'
import type { Minute } from '../domain/calendar.ts'
import { keyOf, theOnlyWriter, type DayKey } from './change-day.ts'
import { waitInLine } from './commit-line.ts'
import { isPostgres } from './database.ts'
import { runStatement } from './statement.ts'

/** The count at an office's doors on one day, turned just now: whoever has it is the only one who counts there. */
export interface DoorTurned extends DayKey {
  /** Grows with each change; screens know by it what they have seen. */
  readonly turn: number
  /** The hourly maxima are complete up to this minute. */
  readonly countedTo: Minute
}

/**
 * Changes the count at the doors of one office on one day, all or nothing: its one row is turned first, which lets the
 * others wait, then `change` reads, decides and writes. The day sheet keeps its page. Changes that wait at the same time
 * may share one commit.
 */
export function changeDoor<T>(db: Knex, day: DayKey, change: (trx: Knex, turned: DoorTurned) => Promise<T>): Promise<T> {
  const line = isPostgres(db) ? `door ${keyOf(day)}` : theOnlyWriter
  return waitInLine(db, line, async trx => change(trx, await turnDoor(trx, day)))
}

/** The same within a transaction that has the day open already. Days are always opened before doors, never after. */
export async function turnDoor(trx: Knex, { officeId, date }: DayKey): Promise<DoorTurned> {
  const { rows } = await runStatement<{ turn: number; counted_to: number }>(trx, turning, [officeId, date])
  const row = rows[0] as { turn: number; counted_to: number }
  return { officeId, date, turn: row.turn, countedTo: row.counted_to }
}

/** Notes up to which minute the hourly maxima are complete. */
export async function noteCountedTo(trx: Knex, { officeId, date }: DayKey, minute: Minute): Promise<void> {
  const sql = 'UPDATE door_days SET counted_to = ? WHERE office_id = ? AND date = ? AND counted_to < ?'
  await runStatement(trx, sql, [minute, officeId, date, minute])
}

/** The turn of a door's count, and up to when its maxima are complete; 0 and 0 where nothing has happened yet. */
export async function doorDay(db: Knex, { officeId, date }: DayKey): Promise<Pick<DoorTurned, 'turn' | 'countedTo'>> {
  const row = (await db('door_days').where({ office_id: officeId, date }).first('turn', 'counted_to')) as
    { turn: number; counted_to: number } | undefined
  return { turn: row?.turn ?? 0, countedTo: row?.counted_to ?? 0 }
}

const turning = `
  INSERT INTO door_days (office_id, date, turn, counted_to) VALUES (?, ?, 1, 0)
  ON CONFLICT (office_id, date) DO UPDATE SET turn = door_days.turn + 1
  RETURNING turn, counted_to`
