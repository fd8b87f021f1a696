import type { Knex } from 'knex'
import { headsIn, type HeadCount } from '../domain/queue/zone-heads.ts'
import type { DayKey } from './change-day.ts'
import { readRows } from './statement.ts'

interface HeadCountRow {
  zone_id: string
  counted: number
  bodies: number
}

/** How many are in each zone of an office on a day, as counted last. */
export async function headCount(db: Knex, { officeId, date }: DayKey): Promise<HeadCount> {
  const sql = 'SELECT zone_id, counted, bodies FROM head_counts WHERE office_id = ? AND date = ?'
  const rows = await readRows<HeadCountRow>(db, sql, [officeId, date])
  return new Map(rows.map(row => [row.zone_id, { counted: row.counted, bodies: row.bodies }]))
}

/** Writes what has changed of a count. Only who has turned the door may. */
export async function writeHeadCount(trx: Knex, day: DayKey, before: HeadCount, after: HeadCount): Promise<void> {
  const changed = [...after].filter(([zoneId, heads]) => {
    const { counted, bodies } = headsIn(before, zoneId)
    return counted !== heads.counted || bodies !== heads.bodies
  })
  if (changed.length === 0) return
  const rows = changed.map(([zoneId, heads]) => ({ office_id: day.officeId, date: day.date, zone_id: zoneId, ...heads }))
  await trx('head_counts').insert(rows).onConflict(['office_id', 'date', 'zone_id']).merge()
}
