import type { Knex } from 'knex'
import type { DayKey } from './change-day.ts'

/** A line of a sheet that was taken back as a visit of its own. */
export interface PaperLine {
  /** `w3`: the third line for walk-ins; `b17`: somebody came to booking 17, which had been called off. */
  readonly line: string
  readonly bookingNumber: number
  /** What stood on it: the same line with other words is told, not taken back twice. */
  readonly written: string
}

/** The lines of a day that were taken back, by their names. */
export async function paperLines(db: Knex, day: DayKey): Promise<ReadonlyMap<string, PaperLine>> {
  const rows = (await db('paper_lines').where({ office_id: day.officeId, date: day.date }).orderBy('line')) as {
    line: string
    booking_number: number
    written: string
  }[]
  return new Map(rows.map(row => [row.line, { line: row.line, bookingNumber: row.booking_number, written: row.written }]))
}

/** Notes that a line was taken back. Only who has the day open may ask. */
export async function insertPaperLine(trx: Knex, day: DayKey, { line, bookingNumber, written }: PaperLine): Promise<void> {
  await trx('paper_lines').insert({ office_id: day.officeId, date: day.date, line, booking_number: bookingNumber, written })
}
