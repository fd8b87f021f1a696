import type { Knex } from 'knex'
import type { OfficeChange } from '../domain/booking/office-change.ts'
import type { RefusalReason } from '../domain/booking/refusal.ts'

interface OfficeChangeRow {
  kind: OfficeChange['kind']
  revision: number
  from_office_id: string
  from_date: string
  from_minute: number
  reason: RefusalReason
  zone_id: string | null
  rule_id: string | null
  accepted_at: string | null
}

/** Notes what the office has done to a booking; only the last change is kept. */
export async function saveOfficeChange(
  trx: Knex,
  bookingNumber: number,
  change: Omit<OfficeChange, 'accepted'>,
  instant: string,
): Promise<void> {
  await trx('office_changes')
    .insert({
      booking_number: bookingNumber,
      kind: change.kind,
      revision: change.revision,
      from_office_id: change.from.officeId,
      from_date: change.from.date,
      from_minute: change.from.start,
      reason: change.refusal.reason,
      zone_id: change.refusal.zoneId ?? null,
      rule_id: change.refusal.ruleId ?? null,
      changed_at: instant,
      accepted_at: null,
    })
    .onConflict('booking_number')
    .merge()
}

/** What the office last did to a booking, if it did anything that still stands at this revision. */
export async function officeChangeOf(
  db: Knex,
  { number, revision }: { readonly number: number; readonly revision: number },
): Promise<OfficeChange | undefined> {
  const row = (await db('office_changes').where({ booking_number: number, revision }).first()) as OfficeChangeRow | undefined
  if (!row) return undefined
  return {
    kind: row.kind,
    revision: row.revision,
    from: { officeId: row.from_office_id, date: row.from_date, start: row.from_minute },
    refusal: {
      reason: row.reason,
      ...(row.zone_id !== null && { zoneId: row.zone_id }),
      ...(row.rule_id !== null && { ruleId: row.rule_id }),
    },
    accepted: row.accepted_at !== null,
  }
}

/** Notes that the resident keeps the new time. */
export async function acceptOfficeChange(
  db: Knex,
  { number, revision }: { readonly number: number; readonly revision: number },
  instant: string,
): Promise<void> {
  await db('office_changes')
    .where({ booking_number: number, revision, kind: 'moved' })
    .whereNull('accepted_at')
    .update({ accepted_at: instant })
}
