import type { Knex } from 'knex'
import type { Minute } from '../domain/calendar.ts'
import type { DayKey } from './change-day.ts'
import { readRows, runStatement, type Value } from './statement.ts'

/** What can happen at a door. `refused`: somebody was told to wait, or to go elsewhere; nothing was counted. */
export type DoorEventKind = 'in' | 'out' | 'recount' | 'enter' | 'leave' | 'refused'

/** One thing that happened at a door. */
export interface DoorEvent<Answer = unknown> {
  /** Given by the screen: what is sent twice is counted once. */
  readonly eventId: string
  readonly kind: DoorEventKind
  /** UTC instant, and the office's minute. */
  readonly at: string
  readonly atMinute: Minute
  readonly entrance: string
  readonly zoneId?: string
  /** Everybody, and those who count against the sanitary limit. In a recount: how many there were. */
  readonly persons: number
  readonly counted: number
  readonly bookingNumber?: number
  readonly deviceNumber?: number
  readonly staffNumber?: number
  readonly reason?: string
  /** Somebody let them in although a limit was reached. */
  readonly overLimit: boolean
  /** What the screen was told, and is told again if it asks again. */
  readonly answer: Answer
}

interface DoorEventRow {
  event_id: string
  kind: string
  at: string
  at_minute: number
  entrance: string
  zone_id: string | null
  persons: number
  counted: number
  booking_number: number | null
  device_number: number | null
  staff_number: number | null
  reason: string | null
  over_limit: number
  answer: string
}

/** Notes an event. Only who has turned the door may. */
export async function insertDoorEvent(trx: Knex, day: DayKey, event: DoorEvent): Promise<void> {
  const row: Record<string, Value> = {
    office_id: day.officeId,
    date: day.date,
    event_id: event.eventId,
    kind: event.kind,
    at: event.at,
    at_minute: event.atMinute,
    entrance: event.entrance,
    zone_id: event.zoneId ?? null,
    persons: event.persons,
    counted: event.counted,
    booking_number: event.bookingNumber ?? null,
    device_number: event.deviceNumber ?? null,
    staff_number: event.staffNumber ?? null,
    reason: event.reason ?? null,
    over_limit: Number(event.overLimit),
    answer: JSON.stringify(event.answer),
  }
  const columns = Object.keys(row)
  const sql = `INSERT INTO door_events (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
  await runStatement(trx, sql, Object.values(row))
}

/** The event of this id, if it was counted before. */
export async function doorEvent<Answer>(db: Knex, day: DayKey, eventId: string): Promise<DoorEvent<Answer> | undefined> {
  const sql = 'SELECT * FROM door_events WHERE office_id = ? AND date = ? AND event_id = ?'
  const [row] = await readRows<DoorEventRow>(db, sql, [day.officeId, day.date, eventId])
  return row && fromRow<Answer>(row)
}

/** Which way a party was last seen going by its code; `undefined` where no guard has seen it. */
export async function lastWayOf(
  db: Knex,
  { officeId, date }: DayKey,
  bookingNumber: number,
): Promise<'enter' | 'leave' | undefined> {
  const sql = `SELECT kind FROM door_events WHERE office_id = ? AND date = ? AND booking_number = ?
    AND kind IN ('enter', 'leave') ORDER BY number DESC LIMIT 1`
  const [last] = await readRows<{ kind: 'enter' | 'leave' }>(db, sql, [officeId, date, bookingNumber])
  return last?.kind
}

/** Forgets an event that counted nothing, and whose answer nobody has seen. */
export async function forgetRefusal(trx: Knex, day: DayKey, eventId: string): Promise<void> {
  await ofDay(trx, day).where({ event_id: eventId, kind: 'refused' }).delete()
}

/** Events of an office's day in the order in which they were counted; only those that moved or corrected the count, unless all are asked for. */
export async function doorEventsOfDay(db: Knex, day: DayKey, which: 'all' | 'with-reason' = 'all'): Promise<DoorEvent[]> {
  const query = ofDay(db, day).orderBy('number')
  if (which === 'with-reason') void query.whereNotNull('reason')
  return ((await query) as DoorEventRow[]).map(row => fromRow(row))
}

function ofDay(db: Knex, { officeId, date }: DayKey): Knex.QueryBuilder {
  return db('door_events').where({ office_id: officeId, date })
}

function fromRow<Answer>(row: DoorEventRow): DoorEvent<Answer> {
  return {
    eventId: row.event_id,
    kind: row.kind as DoorEventKind,
    at: row.at,
    atMinute: row.at_minute,
    entrance: row.entrance,
    persons: row.persons,
    counted: row.counted,
    overLimit: row.over_limit === 1,
    answer: JSON.parse(row.answer) as Answer,
    ...(row.zone_id !== null && { zoneId: row.zone_id }),
    ...(row.booking_number !== null && { bookingNumber: row.booking_number }),
    ...(row.device_number !== null && { deviceNumber: row.device_number }),
    ...(row.staff_number !== null && { staffNumber: row.staff_number }),
    ...(row.reason !== null && { reason: row.reason }),
  }
}
