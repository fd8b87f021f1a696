import type { Knex } from 'knex'
import { randomSource } from '../random.ts'
import type { DayKey, Turned } from './change-day.ts'
import { databaseOf } from './database.ts'
import { runStatement } from './statement.ts'

/**
 * Turns the page of a day's sheet, which makes its transaction the only writer of the day. As a rule this process turned
 * it last and knows how it stands: then a plain update does, which costs a fourth of one that must answer what it found.
 *
 * @param key  the day's name in maps
 */
export async function turnPage(trx: Knex, day: DayKey, key: string): Promise<Turned> {
  const lastTurns = lastTurnsIn(trx)
  const mark = Buffer.from(random(9)).toString('base64url')
  const turned = (await turnFrom(trx, lastTurns.get(key), mark)) ?? (await turnWherever(trx, day, key, mark))
  // Should the turn be undone, its mark is never met again.
  lastTurns.set(key, turned)
  return turned
}

/** Turns the page that was turned last, unless another has been since or there is a newer city. */
async function turnFrom(trx: Knex, last: Turned | undefined, mark: string): Promise<Turned | undefined> {
  if (!last) return undefined
  const { key, officeId, date, page, mark: previousMark, cityVersion } = last
  const { changed } = await runStatement(trx, turningFrom, [mark, officeId, date, page, previousMark, cityVersion])
  if (changed === 0) return undefined
  return { key, officeId, date, page: page + 1, mark, previousMark, cityVersion, newestCity: cityVersion }
}

async function turnWherever(trx: Knex, { officeId, date }: DayKey, key: string, mark: string): Promise<Turned> {
  const { rows } = await runStatement<TurnedRow>(trx, turning, [officeId, date, mark])
  const { page, previous_mark: previousMark, city_version: cityVersion, newest_city: newestCity } = rows[0] as TurnedRow
  return { key, officeId, date, page, mark, previousMark, cityVersion, newestCity: newestCity ?? 0 }
}

interface TurnedRow {
  page: number
  previous_mark: string
  city_version: number
  newest_city: number | null
}

const turningFrom = `
  UPDATE day_sheets SET page = page + 1, previous_mark = mark, mark = ?
  WHERE office_id = ? AND date = ? AND page = ? AND mark = ? AND city_version = ?
  AND city_version = (SELECT MAX(version) FROM city_versions)`

const turning = `
  INSERT INTO day_sheets (office_id, date, page, mark, previous_mark, city_version) VALUES (?, ?, 1, ?, '', 0)
  ON CONFLICT (office_id, date) DO UPDATE
  SET page = day_sheets.page + 1, previous_mark = day_sheets.mark, mark = excluded.mark
  RETURNING page, previous_mark, city_version, (SELECT MAX(version) FROM city_versions) AS newest_city`

const random = randomSource()

const mostTurns = 2000
const memories = new WeakMap<object, Map<string, Turned>>()

/** How this process left the pages it has turned, by name; begun anew once there are many, since asking costs little. */
function lastTurnsIn(trx: Knex): Map<string, Turned> {
  const known = memories.get(databaseOf(trx))
  if (known && known.size < mostTurns) return known
  const turns = new Map<string, Turned>()
  memories.set(databaseOf(trx), turns)
  return turns
}
