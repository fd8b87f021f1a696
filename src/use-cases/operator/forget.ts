import { addDays } from '../../domain/calendar.ts'
import { forgetContactsBefore } from '../../repositories/bookings.ts'
import { cityOf } from '../../repositories/city.ts'
import { deleteKeysBefore } from '../../repositories/idempotency-keys.ts'
import { deleteLateNotesBefore } from '../../repositories/late-notes.ts'
import { forgetRecipientsBefore } from '../../repositories/outbox.ts'
import { endWaitingBefore } from '../../repositories/waiting-list.ts'
import { laterBy } from '../../time.ts'
import type { House } from '../house.ts'
import { forgetDoors } from './forget-doors.ts'

const secondsPerDay = 86_400

/**
 * Deletes contact data once the city's days of retention after a visit are over, and with it the recipients of messages;
 * keys that made asking twice harmless go after a day, wishes and notes for a visit with the day it is on, and
 * what is known at the doors as `forgetDoors` says. GDPR, Art. 5(1)(e).
 *
 * @returns how many rows were changed of each
 */
export async function forget(house: House): Promise<Readonly<Record<string, number>>> {
  const { policy, organisation } = await cityOf(house.db)
  const today = house.clock.now(organisation.timeZone).date
  const now = house.clock.instant()
  return {
    contacts: await forgetContactsBefore(house.db, addDays(today, -policy.retentionDays)),
    recipients: await forgetRecipientsBefore(house.db, laterBy(now, -policy.retentionDays * secondsPerDay)),
    keys: await deleteKeysBefore(house.db, laterBy(now, -secondsPerDay)),
    wishes: await endWaitingBefore(house.db, today),
    notes: await deleteLateNotesBefore(house.db, today),
    ...(await forgetDoors(house, today, policy.retentionDays)),
  }
}
