import type { Knex } from 'knex'
import type { AuditDetails, AuditNote } from '../domain/staff/audit-note.ts'

/** A note as it stands in the log. */
export interface AuditEntry extends AuditNote {
  readonly number: number
  /** UTC instant. */
  readonly at: string
  /** The name of whoever it was; absent as `staffNumber` is. */
  readonly staffName?: string
}

/** Which notes are wanted; what is absent is not asked for. */
export interface AuditQuestion {
  /** Only these offices; notes of no office are then left out. */
  readonly officeIds?: readonly string[]
  /** What was done on or to this office date. */
  readonly date?: string
  /** Written in `[from, to)`, UTC instants. */
  readonly from?: string
  readonly to?: string
  readonly action?: string
  readonly staffNumber?: number
  /** Only notes with smaller numbers: the next page. */
  readonly before?: number
}

interface AuditRow {
  number: number
  at: string
  staff_number: number | null
  sign_in_name: string | null
  action: string
  office_id: string | null
  date: string | null
  about: string | null
  details: string
}

/** Adds a note. @param at  UTC instant */
export async function insertAuditNote(trx: Knex, note: AuditNote & { readonly at: string }): Promise<void> {
  await trx('audit_log').insert({
    at: note.at,
    staff_number: note.staffNumber ?? null,
    action: note.action,
    office_id: note.officeId ?? null,
    date: note.date ?? null,
    about: note.about ?? null,
    details: JSON.stringify(note.details ?? {}),
  })
}

/** Notes, the latest first, at most so many. */
export async function auditEntries(db: Knex, question: AuditQuestion, most: number): Promise<AuditEntry[]> {
  const { officeIds, date, from, to, action, staffNumber, before } = question
  const query = db('audit_log')
    .leftJoin('staff', 'staff.number', 'audit_log.staff_number')
    .orderBy('audit_log.number', 'desc')
    .limit(most)
    .select('audit_log.*', 'staff.sign_in_name')
  if (officeIds) void query.whereIn('audit_log.office_id', officeIds)
  if (date) void query.where('audit_log.date', date)
  if (from) void query.where('audit_log.at', '>=', from)
  if (to) void query.where('audit_log.at', '<', to)
  if (action) void query.where('audit_log.action', action)
  if (staffNumber !== undefined) void query.where('audit_log.staff_number', staffNumber)
  if (before !== undefined) void query.where('audit_log.number', '<', before)
  return ((await query) as AuditRow[]).map(fromRow)
}

/** Every action that stands in the log, by name. */
export async function auditActions(db: Knex): Promise<string[]> {
  const rows = (await db('audit_log').distinct('action').orderBy('action')) as { action: string }[]
  return rows.map(row => row.action)
}

function fromRow(row: AuditRow): AuditEntry {
  return {
    number: row.number,
    at: row.at,
    action: row.action,
    details: JSON.parse(row.details) as AuditDetails,
    ...(row.staff_number !== null && { staffNumber: row.staff_number }),
    ...(row.sign_in_name !== null && { staffName: row.sign_in_name }),
    ...(row.office_id !== null && { officeId: row.office_id }),
    ...(row.date !== null && { date: row.date }),
    ...(row.about !== null && { about: row.about }),
  }
}
