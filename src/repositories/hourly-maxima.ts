import type { Knex } from 'knex'
import { worse } from '../domain/queue/worse-maximum.ts'
import type { HourlyMaximum } from '../domain/queue/hourly-maximum.ts'
import type { DayKey } from './change-day.ts'
import { readRows, runStatement } from './statement.ts'

/** A maximum as it is kept: with how often somebody was let in above a limit. */
export interface KeptMaximum extends HourlyMaximum {
  readonly overrides: number
}

interface MaximumRow {
  hour: number
  zone_id: string
  most_counted: number
  counted_limit: number | null
  over_counted: number
  rule_id: string | null
  most_bodies: number
  bodies_limit: number | null
  over_bodies: number
  overrides: number
}

/** The maxima of an office's day, by hour; from an hour on, if one is given. */
export async function hourlyMaxima(db: Knex, { officeId, date }: DayKey, fromHour = 0): Promise<KeptMaximum[]> {
  const sql = 'SELECT * FROM hourly_maxima WHERE office_id = ? AND date = ? AND hour >= ? ORDER BY hour, zone_id'
  const rows = await readRows<MaximumRow>(db, sql, [officeId, date, fromHour])
  return rows.map(fromRow)
}

/**
 * Lets the maxima of an office's day grow to what was seen. Only who has turned the door may.
 *
 * @param overridden  zones of this hour into which somebody was let in above a limit
 */
export async function keepMaxima(
  trx: Knex,
  day: DayKey,
  seen: readonly HourlyMaximum[],
  overridden: { readonly hour: number; readonly zoneIds: readonly string[] } = { hour: 0, zoneIds: [] },
): Promise<void> {
  if (seen.length === 0) return
  const before = await hourlyMaxima(trx, day, Math.min(...seen.map(({ hour }) => hour)))
  const known = new Map(before.map(each => [keyOf(each), each]))
  const merged = new Map<string, HourlyMaximum>()
  for (const each of seen) merged.set(keyOf(each), worse(merged.get(keyOf(each)), each))
  for (const each of merged.values()) {
    const kept = known.get(keyOf(each))
    const more = each.hour === overridden.hour && overridden.zoneIds.includes(each.zoneId) ? 1 : 0
    const after = toRow({ ...worse(kept, each), overrides: (kept?.overrides ?? 0) + more })
    if (kept && JSON.stringify(toRow(kept)) === JSON.stringify(after)) continue
    await runStatement(trx, writing, [day.officeId, day.date, ...columns.map(column => after[column])])
  }
}

const columns = [
  ...(['hour', 'zone_id', 'most_counted', 'counted_limit', 'over_counted'] as const),
  ...(['rule_id', 'most_bodies', 'bodies_limit', 'over_bodies', 'overrides'] as const),
]
const writing = `
  INSERT INTO hourly_maxima (office_id, date, ${columns.join(', ')}) VALUES (?, ?, ${columns.map(() => '?').join(', ')})
  ON CONFLICT (office_id, date, hour, zone_id) DO UPDATE
  SET ${columns
    .slice(2)
    .map(column => `${column} = excluded.${column}`)
    .join(', ')}`

function keyOf({ hour, zoneId }: HourlyMaximum): string {
  return `${hour} ${zoneId}`
}

function toRow(maximum: KeptMaximum): MaximumRow {
  return {
    hour: maximum.hour,
    zone_id: maximum.zoneId,
    most_counted: maximum.mostCounted,
    counted_limit: maximum.countedLimit ?? null,
    over_counted: maximum.overCounted,
    rule_id: maximum.ruleId ?? null,
    most_bodies: maximum.mostBodies,
    bodies_limit: maximum.bodiesLimit ?? null,
    over_bodies: maximum.overBodies,
    overrides: maximum.overrides,
  }
}

function fromRow(row: MaximumRow): KeptMaximum {
  return {
    hour: row.hour,
    zoneId: row.zone_id,
    mostCounted: row.most_counted,
    ...(row.counted_limit !== null && { countedLimit: row.counted_limit }),
    overCounted: row.over_counted,
    ...(row.rule_id !== null && { ruleId: row.rule_id }),
    mostBodies: row.most_bodies,
    ...(row.bodies_limit !== null && { bodiesLimit: row.bodies_limit }),
    overBodies: row.over_bodies,
    overrides: row.overrides,
  }
}
