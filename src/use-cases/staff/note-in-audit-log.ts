import type { Knex } from 'knex'
import { withoutContacts, type AuditNote } from '../../domain/staff/audit-note.ts'
import { insertAuditNote } from '../../repositories/audit-log.ts'
import type { House } from '../house.ts'

/** Notes what somebody did, in the transaction that does it. E-mail addresses and long numbers in the details are blanked. */
export async function noteInAuditLog(house: Pick<House, 'clock'>, trx: Knex, note: AuditNote): Promise<void> {
  const { details = {}, ...rest } = note
  await insertAuditNote(trx, { ...rest, details: withoutContacts(details), at: house.clock.instant() })
}
