import type { Knex } from 'knex'
import type { DayKey } from './change-day.ts'
import { newRowFeed, type Stand, type TurnListener } from './row-feed.ts'

const feed = newRowFeed(turnsOf)

/** Tells a listener how often the count at an office's doors has changed on a day, then of every change, whichever process makes it. @returns ends it */
export function watchDoorDay(db: Knex, day: DayKey, listener: TurnListener): () => void {
  return feed.watch(db, day, listener)
}

/** Tells this process's listeners that the count has changed. Called once the transaction is on disk. */
export function announceDoor(db: Knex, { officeId, date, turn }: DayKey & { readonly turn: number }): void {
  feed.announce(db, [{ officeId, date, turn, mark: String(turn) }])
}

async function turnsOf(db: Knex, days: readonly DayKey[]): Promise<Stand[]> {
  const rows = (await db('door_days')
    .whereIn('office_id', [...new Set(days.map(day => day.officeId))])
    .whereIn('date', [...new Set(days.map(day => day.date))])
    .select('office_id', 'date', 'turn')) as { office_id: string; date: string; turn: number }[]
  return rows.map(row => ({ officeId: row.office_id, date: row.date, turn: row.turn, mark: String(row.turn) }))
}
