import { officesWhere } from '../../domain/staff/roles.ts'
import type { StaffOnDuty } from '../../domain/staff/staff.ts'
import { auditActions, auditEntries, type AuditEntry, type AuditQuestion } from '../../repositories/audit-log.ts'
import type { House } from '../house.ts'

export type { AuditEntry }

/** What a reader of the log asks for. */
export interface AuditWish extends Omit<AuditQuestion, 'officeIds'> {
  readonly officeId?: string
}

/**
 * A page of the log, the latest first, as far as this reader may look: all of it, or what was done in their offices.
 *
 * @returns  `next` is what `before` must be for the page after it; absent on the last one
 */
export async function readAuditLog(
  house: House,
  reader: StaffOnDuty,
  { officeId, ...wish }: AuditWish,
  perPage = 50,
): Promise<{ entries: AuditEntry[]; actions: string[]; next?: number }> {
  const theirs = officesWhere(reader.roles, 'read-audit-log')
  const officeIds = officeId === undefined ? theirs : theirs === 'all' || theirs.includes(officeId) ? [officeId] : []
  const found = await auditEntries(house.db, { ...wish, ...(officeIds !== 'all' && { officeIds }) }, perPage + 1)
  const entries = found.slice(0, perPage)
  const last = entries.at(-1)
  return {
    entries,
    actions: await auditActions(house.db),
    ...(found.length > perPage && last && { next: last.number }),
  }
}
