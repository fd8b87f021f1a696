import type { Knex } from 'knex'
import type { Action } from '../domain/booking/transitions.ts'
import type { Status } from '../domain/booking/status.ts'
import type { Seat } from '../domain/queue/seat.ts'
import type { Ticket } from '../domain/queue/ticket.ts'
import type { DayKey } from './change-day.ts'

/** What stood before a step, to be brought back. */
export interface Before {
  readonly status: Status
  /** Absent where the step changed nothing of it, so that undoing leaves it where it has come to since. */
  readonly seat?: Seat
  /** Absent where the visit had no ticket yet. */
  readonly ticket?: Ticket
}

/** What was done to a visit, and when. `admit`: a walk-in came. */
export interface VisitStep {
  readonly number: number
  readonly bookingNumber: number
  readonly step: Action | 'admit' | 'undo'
  readonly deskId?: string
  /** UTC instant. */
  readonly at: string
  readonly before: Before
  readonly undone: boolean
}

interface StepRow {
  number: number
  booking_number: number
  step: string
  desk_id: string | null
  at: string
  before: string
  undone: number
}

/** Notes what was done to a visit. */
export async function insertStep(trx: Knex, day: DayKey, step: Omit<VisitStep, 'number' | 'undone'>): Promise<void> {
  await trx('visit_steps').insert({
    office_id: day.officeId,
    date: day.date,
    booking_number: step.bookingNumber,
    step: step.step,
    desk_id: step.deskId ?? null,
    at: step.at,
    before: JSON.stringify(step.before),
  })
}

/** The last thing done to a visit that still stands. */
export async function lastStep(trx: Knex, day: DayKey, bookingNumber: number): Promise<VisitStep | undefined> {
  const row = (await trx('visit_steps')
    .where({ office_id: day.officeId, date: day.date, booking_number: bookingNumber, undone: 0 })
    .whereNot({ step: 'undo' })
    .orderBy('number', 'desc')
    .first()) as StepRow | undefined
  return row && fromRow(row)
}

/** Notes that a step no longer stands. */
export async function markUndone(trx: Knex, number: number): Promise<void> {
  await trx('visit_steps').where({ number }).update({ undone: 1 })
}

/** Every step of an office's day, those undone too, in the order in which they were made. */
export async function stepsOfDay(db: Knex, day: DayKey): Promise<VisitStep[]> {
  const rows = (await db('visit_steps').where({ office_id: day.officeId, date: day.date }).orderBy('number')) as StepRow[]
  return rows.map(fromRow)
}

function fromRow(row: StepRow): VisitStep {
  return {
    number: row.number,
    bookingNumber: row.booking_number,
    step: row.step as VisitStep['step'],
    ...(row.desk_id !== null && { deskId: row.desk_id }),
    at: row.at,
    before: JSON.parse(row.before) as Before,
    undone: row.undone === 1,
  }
}
