import type { Knex } from 'knex'
import type { Channel } from '../domain/city.ts'
import type { Ticket } from '../domain/queue/ticket.ts'
import { partsOfCode, ticketCode } from '../domain/queue/ticket.ts'
import type { DayKey } from './change-day.ts'
import { readRows } from './statement.ts'

/** A row of the table, as it is stored. */
export interface TicketRow {
  office_id: string
  date: string
  booking_number: number
  desk_group_id: string
  code: string
  channel: string
  booked_start: number | null
  late_minutes: number
  arrived_at: string
  priority: number
  parked: number
  forwarded: number
  calls: number
  last_called_at: string | null
  called_on_page: number | null
  desk_id: string | null
  started_at: string | null
  finished_at: string | null
  left_at: string | null
}

/** Every column of a row, for queries that put it beside others. */
export const ticketColumns = [
  'office_id',
  'date',
  'booking_number',
  'desk_group_id',
  'code',
  'channel',
  'booked_start',
  'late_minutes',
  'arrived_at',
  'priority',
  'parked',
  'forwarded',
  'calls',
  'last_called_at',
  'called_on_page',
  'desk_id',
  'started_at',
  'finished_at',
  'left_at',
] as const satisfies readonly (keyof TicketRow)[]

/** Writes a ticket, new or changed. */
export async function saveTicket(trx: Knex, ticket: Ticket): Promise<void> {
  await trx('tickets').insert(toRow(ticket)).onConflict(['office_id', 'date', 'booking_number']).merge()
}

/** The ticket of a visit; `undefined` where nobody has come yet. */
export async function ticketOf(db: Knex, day: DayKey, bookingNumber: number): Promise<Ticket | undefined> {
  const sql = 'SELECT * FROM tickets WHERE office_id = ? AND date = ? AND booking_number = ?'
  const [row] = await readRows<TicketRow>(db, sql, [day.officeId, day.date, bookingNumber])
  return row && ticketFrom(row)
}

/** The ticket of a code (`D012`) on an office's day. */
export async function ticketByCode(db: Knex, day: DayKey, code: string): Promise<Ticket | undefined> {
  const row = (await ofDay(db, day).where({ code }).first()) as TicketRow | undefined
  return row && ticketFrom(row)
}

/** Tickets of an office's day, by arrival; of some visits only, where their numbers are given. */
export async function ticketsOfDay(db: Knex, day: DayKey, bookingNumbers?: readonly number[]): Promise<Ticket[]> {
  const query = ofDay(db, day).orderBy(['arrived_at', 'booking_number'])
  if (bookingNumbers) void query.whereIn('booking_number', bookingNumbers)
  return ((await query) as TicketRow[]).map(ticketFrom)
}

/** The tickets that a queue called last, newest call first. */
export async function lastCalled(db: Knex, day: DayKey, deskGroupId: string, most: number): Promise<Ticket[]> {
  const rows = (await ofDay(db, day)
    .where({ desk_group_id: deskGroupId })
    .whereNotNull('called_on_page')
    .orderBy('called_on_page', 'desc')
    .limit(most)) as TicketRow[]
  return rows.map(ticketFrom)
}

/** The next code with a letter. Only who has the day open may ask, or two would get the same. */
export async function nextCode(trx: Knex, day: DayKey, letter: string): Promise<string> {
  const codes = (await ofDay(trx, day).where('code', 'like', `${letter}%`).select('code')) as { code: string }[]
  return ticketCode(letter, Math.max(0, ...codes.map(({ code }) => partsOfCode(code).number)) + 1)
}

function ofDay(db: Knex, day: DayKey): Knex.QueryBuilder {
  return db('tickets').where({ office_id: day.officeId, date: day.date })
}

function toRow(ticket: Ticket): TicketRow {
  return {
    office_id: ticket.officeId,
    date: ticket.date,
    booking_number: ticket.bookingNumber,
    desk_group_id: ticket.deskGroupId,
    code: ticket.code,
    channel: ticket.channel,
    booked_start: ticket.bookedStart ?? null,
    late_minutes: ticket.lateMinutes,
    arrived_at: ticket.arrivedAt,
    priority: Number(ticket.priority),
    parked: Number(ticket.parked),
    forwarded: Number(ticket.forwarded),
    calls: ticket.calls,
    last_called_at: ticket.lastCalledAt ?? null,
    called_on_page: ticket.calledOnPage ?? null,
    desk_id: ticket.deskId ?? null,
    started_at: ticket.startedAt ?? null,
    finished_at: ticket.finishedAt ?? null,
    left_at: ticket.leftAt ?? null,
  }
}

/** A row of the table as a ticket. */
export function ticketFrom(row: TicketRow): Ticket {
  return {
    officeId: row.office_id,
    date: row.date,
    bookingNumber: row.booking_number,
    deskGroupId: row.desk_group_id,
    code: row.code,
    channel: row.channel as Channel,
    ...(row.booked_start !== null && { bookedStart: row.booked_start }),
    lateMinutes: row.late_minutes,
    arrivedAt: row.arrived_at,
    priority: row.priority === 1,
    parked: row.parked === 1,
    forwarded: row.forwarded === 1,
    calls: row.calls,
    ...(row.last_called_at !== null && { lastCalledAt: row.last_called_at }),
    ...(row.called_on_page !== null && { calledOnPage: row.called_on_page }),
    ...(row.desk_id !== null && { deskId: row.desk_id }),
    ...(row.started_at !== null && { startedAt: row.started_at }),
    ...(row.finished_at !== null && { finishedAt: row.finished_at }),
    ...(row.left_at !== null && { leftAt: row.left_at }),
  }
}
