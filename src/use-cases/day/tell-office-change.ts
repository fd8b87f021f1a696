import type { Knex } from 'knex'
import type { City } from '../../domain/city.ts'
import type { OfficeChange } from '../../domain/booking/office-change.ts'
import type { Refusal } from '../../domain/booking/refusal.ts'
import type { BookingRecord } from '../../repositories/bookings.ts'
import { saveOfficeChange } from '../../repositories/office-changes.ts'
import { queueCancellation, queueMove } from './queue-message.ts'

/** Lets a resident know that the office has moved a visit: its page will say why, and a mail waits that says the same. */
export async function tellMoved(trx: Knex, city: City, before: BookingRecord, after: BookingRecord, why: Refusal): Promise<void> {
  await note(trx, 'moved', before, after, why)
  await queueMove(trx, city, after, 'moved-by-office')
}

/** Lets a resident know that the office has called a visit off, likewise. */
export async function tellCalledOff(trx: Knex, before: BookingRecord, after: BookingRecord, why: Refusal): Promise<void> {
  await note(trx, 'called-off', before, after, why)
  await queueCancellation(trx, after, 'called-off')
}

async function note(trx: Knex, kind: OfficeChange['kind'], before: BookingRecord, after: BookingRecord, refusal: Refusal) {
  const { officeId, date, start } = before
  const change = { kind, revision: after.revision, from: { officeId, date, start }, refusal }
  await saveOfficeChange(trx, after.number, change, after.changedAt)
}
