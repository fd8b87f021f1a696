import type { Knex } from 'knex'
import type { DayKey, Turned } from './change-day.ts'
import { newRowFeed, type Stand } from './row-feed.ts'

/** Told of each page that a day has turned to. */
export type PageListener = (page: number) => void

const feed = newRowFeed(pagesOf)

/** Tells a listener of the page a day is on, then of every page it turns to, whichever process turns it. @returns ends it */
export function watchDay(db: Knex, day: DayKey, listener: PageListener): () => void {
  return feed.watch(db, day, listener)
}

/** Tells this process's listeners that pages were turned. Called once their transaction is on disk. */
export function announceTurned(db: Knex, sheets: readonly Turned[]): void {
  feed.announce(
    db,
    sheets.map(({ officeId, date, page, mark }) => ({ officeId, date, turn: page, mark })),
  )
}

async function pagesOf(db: Knex, days: readonly DayKey[]): Promise<Stand[]> {
  const rows = (await db('day_sheets')
    .whereIn('office_id', [...new Set(days.map(day => day.officeId))])
    .whereIn('date', [...new Set(days.map(day => day.date))])
    .select('office_id', 'date', 'page', 'mark')) as { office_id: string; date: string; page: number; mark: string }[]
  return rows.map(row => ({ officeId: row.office_id, date: row.date, turn: row.page, mark: row.mark }))
}
