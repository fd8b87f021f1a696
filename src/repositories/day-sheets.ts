import type { Knex } from 'knex'
import type { OfficeDate } from '../domain/calendar.ts'
import type { DayKey } from './change-day.ts'

/** Days on which anything has happened, from a date on, at every office there ever was. */
export async function openedDays(db: Knex, from: OfficeDate): Promise<DayKey[]> {
  const query = db('day_sheets').where('date', '>=', from)
  const rows = (await query.orderBy(['date', 'office_id']).select('office_id', 'date')) as { office_id: string; date: string }[]
  return rows.map(row => ({ officeId: row.office_id, date: row.date }))
}

/** The page of a day's sheet; 0 where nothing has happened yet. */
export async function pageOf(db: Knex, day: DayKey): Promise<number> {
  const row = (await db('day_sheets').where({ office_id: day.officeId, date: day.date }).first('page')) as
    { page: number } | undefined
  return row?.page ?? 0
}

/** Notes that days which were laid out by one version of the city are as another one would lay them out: it says the same. */
export async function renumberLayouts(trx: Knex, from: number, to: number): Promise<void> {
  await trx('day_sheets').where({ city_version: from }).update({ city_version: to })
}
