import type { Knex } from 'knex'
import type { OfficeDate } from '../domain/calendar.ts'
import type { Channel } from '../domain/city.ts'
import type { DayException } from '../domain/capacity/day.ts'
import { keyOf, type DayKey } from './change-day.ts'

interface ExceptionRow {
  number: number
  office_id: string
  date: string
  kind: DayException['kind']
  desk_id: string | null
  zone_id: string | null
  from_minute: number
  to_minute: number
  channels: string | null
  opens_to_all_hours_before: number | null
  reason: string | null
}

/** An exception in force, as it was made. */
export interface NotedException {
  readonly number: number
  readonly exception: DayException
  /** For colleagues, if one was given. */
  readonly reason?: string
}

/** The exceptions in force on days of these offices, from one date to another, both included, by day (see `keyOf`). */
export async function dayExceptions(
  db: Knex,
  officeIds: readonly string[],
  from: OfficeDate,
  to: OfficeDate,
): Promise<ReadonlyMap<string, DayException[]>> {
  const rows = (await db('day_exceptions')
    .whereIn('office_id', officeIds)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .whereNull('taken_back_at')
    .orderBy('number')) as ExceptionRow[]
  const byDay = new Map<string, DayException[]>()
  for (const row of rows) {
    const key = keyOf({ officeId: row.office_id, date: row.date })
    byDay.set(key, [...(byDay.get(key) ?? []), toException(row)])
  }
  return byDay
}

/** The exceptions in force on a day in the order in which they were made, with the reasons noted for them. */
export async function notedExceptions(db: Knex, day: DayKey): Promise<NotedException[]> {
  const rows = (await db('day_exceptions')
    .where({ office_id: day.officeId, date: day.date })
    .whereNull('taken_back_at')
    .orderBy('number')) as ExceptionRow[]
  return rows.map(row => ({
    number: row.number,
    exception: toException(row),
    ...(row.reason !== null && { reason: row.reason }),
  }))
}

/** Ends an exception of a day: it stays on record, and is in force no more. */
export async function takeExceptionBack(trx: Knex, day: DayKey, number: number, instant: string): Promise<void> {
  await trx('day_exceptions')
    .where({ office_id: day.officeId, date: day.date, number })
    .whereNull('taken_back_at')
    .update({ taken_back_at: instant })
}

/** Writes an exception of a day, with the reason that was given for it, if any. */
export async function insertDayException(
  trx: Knex,
  day: DayKey,
  exception: DayException,
  noted: { instant: string; reason?: string },
): Promise<number> {
  const span = exception.kind === 'desk-staffed' ? exception.shift.span : exception.span
  const rows = (await trx('day_exceptions')
    .insert({
      office_id: day.officeId,
      date: day.date,
      kind: exception.kind,
      desk_id: deskOf(exception),
      zone_id: exception.kind === 'zone-closed' ? exception.zoneId : null,
      from_minute: span.from,
      to_minute: span.to,
      channels: exception.kind === 'desk-staffed' ? JSON.stringify(exception.shift.channels) : null,
      opens_to_all_hours_before: exception.kind === 'desk-staffed' ? (exception.shift.opensToAllHoursBefore ?? null) : null,
      reason: noted.reason ?? null,
      created_at: noted.instant,
    })
    .returning('number')) as { number: number }[]
  return (rows[0] as { number: number }).number
}

function deskOf(exception: DayException): string | null {
  if (exception.kind === 'desk-unstaffed') return exception.deskId
  return exception.kind === 'desk-staffed' ? exception.shift.deskId : null
}

function toException(row: ExceptionRow): DayException {
  const span = { from: row.from_minute, to: row.to_minute }
  if (row.kind === 'desk-unstaffed') return { kind: row.kind, deskId: row.desk_id ?? '', span }
  if (row.kind === 'zone-closed') return { kind: row.kind, zoneId: row.zone_id ?? '', span }
  if (row.kind === 'office-closed') return { kind: row.kind, span }
  return {
    kind: row.kind,
    shift: {
      deskId: row.desk_id ?? '',
      span,
      channels: JSON.parse(row.channels ?? '[]') as Channel[],
      ...(row.opens_to_all_hours_before !== null && { opensToAllHoursBefore: row.opens_to_all_hours_before }),
    },
  }
}
