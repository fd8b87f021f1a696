import type { Knex } from 'knex'
import type { OfficeDate } from '../domain/calendar.ts'
import type { DayKey } from './change-day.ts'

/** Why a pack was made: by the clock before opening, because the day has changed, or because somebody asked. */
export type IssueReason = 'opening' | 'change' | 'hand'

/** A daily pack that was made. */
export interface PaperIssue extends DayKey {
  /** From 1 within the office's day. */
  readonly number: number
  /** The day sheet's page it was made of. */
  readonly page: number
  readonly mark: string
  readonly reason: IssueReason
  /** UTC instant. */
  readonly at: string
  /** Marks of the visits on it, by booking number. */
  readonly visits: ReadonlyMap<number, string>
}

interface IssueRow {
  office_id: string
  date: string
  number: number
  page: number
  mark: string
  reason: IssueReason
  at: string
  visits: string
}

/** Notes a pack, and answers whether it is this one: of two that are made at once under one number, one counts. */
export async function insertIssue(db: Knex, issue: PaperIssue): Promise<boolean> {
  const { number, page, mark, reason, at } = issue
  const row = { office_id: issue.officeId, date: issue.date, number, page, mark, reason, at }
  const inserted = (await db('paper_issues')
    .insert({ ...row, visits: JSON.stringify([...issue.visits]) })
    .onConflict(['office_id', 'date', 'number'])
    .ignore()
    .returning('number')) as unknown[]
  return inserted.length > 0
}

/** Forgets one pack: it was never finished. */
export async function deleteIssue(db: Knex, { officeId, date, number }: DayKey & { readonly number: number }): Promise<void> {
  await db('paper_issues').where({ office_id: officeId, date, number }).delete()
}

/** The packs of a day, the oldest first. */
export async function issuesOf(db: Knex, day: DayKey): Promise<PaperIssue[]> {
  const rows = (await db('paper_issues').where({ office_id: day.officeId, date: day.date }).orderBy('number')) as IssueRow[]
  return rows.map(fromRow)
}

/** What the last pack of a day showed; `undefined` where none was made. */
export async function lastIssueMark(db: Knex, day: DayKey): Promise<string | undefined> {
  const last = { office_id: day.officeId, date: day.date }
  const row = (await db('paper_issues').where(last).orderBy('number', 'desc').first('mark')) as { mark: string } | undefined
  return row?.mark
}

/** Forgets the packs of days before a date, and answers how many. */
export async function deleteIssuesBefore(db: Knex, date: OfficeDate): Promise<number> {
  return db('paper_issues').where('date', '<', date).delete()
}

function fromRow(row: IssueRow): PaperIssue {
  const { office_id: officeId, visits, ...rest } = row
  return { officeId, ...rest, visits: new Map(JSON.parse(visits) as [number, string][]) }
}
