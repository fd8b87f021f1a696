import type { Knex } from 'knex'
import { headsIn, type HeadCount } from '../domain/queue/zone-heads.ts'
import type { DayKey } from './change-day.ts'
import { readRows, runStatement } from './statement.ts'

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
  for (const [zoneId, { counted, bodies }] of changed)
    await runStatement(trx, writing, [day.officeId, day.date, zoneId, counted, bodies])
}

const writing = `
  INSERT INTO head_counts (office_id, date, zone_id, counted, bodies) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (office_id, date, zone_id) DO UPDATE SET counted = excluded.counted, bodies = excluded.bodies`
