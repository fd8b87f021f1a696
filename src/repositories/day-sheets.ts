import type { Knex } from 'knex'
import type { OfficeDate } from '../domain/calendar.ts'
import type { DayKey } from './change-day.ts'

/** Days of these offices on which anything has happened, from a date on. */
export async function openedDays(db: Knex, officeIds: readonly string[], from: OfficeDate, to?: OfficeDate): Promise<DayKey[]> {
  const query = db('day_sheets').whereIn('office_id', officeIds).where('date', '>=', from)
  if (to !== undefined) void query.where('date', '<=', to)
  const rows = (await query.orderBy(['date', 'office_id']).select('office_id', 'date')) as { office_id: string; date: string }[]
  return rows.map(row => ({ officeId: row.office_id, date: row.date }))
}

/** The page of a day's sheet; 0 where nothing has happened yet. */
export async function pageOf(db: Knex, day: DayKey): Promise<number> {
  const row = (await db('day_sheets').where({ office_id: day.officeId, date: day.date }).first('page')) as
    { page: number } | undefined
  return row?.page ?? 0
}
