import type { Knex } from 'knex'
import type { DayKey } from './change-day.ts'
import { fromRow, type VisitStep, type StepRow } from './visit-step-row.ts'

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
