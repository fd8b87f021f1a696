import type { Knex } from 'knex'
import type { City } from '../../domain/city.ts'
import type { BookingRecord } from '../../repositories/bookings.ts'
import { dropReminders, insertMessage, type MessageKind } from '../../repositories/outbox.ts'
import { instantOf, laterBy } from '../../time.ts'

/** Lets the confirmation of a booking wait in the outbox, and its reminders; nothing where there is no e-mail address. */
export async function queueConfirmation(trx: Knex, city: City, booking: BookingRecord): Promise<void> {
  await queue(trx, booking, 'confirmation', booking.changedAt)
  await queueReminders(trx, city, booking)
}

/** Lets the news of a move wait in the outbox; reminders of the old time are dropped. */
export async function queueMove(trx: Knex, city: City, booking: BookingRecord): Promise<void> {
  if (booking.contact.email === undefined) return
  await dropReminders(trx, booking.number)
  await queue(trx, booking, 'moved', booking.changedAt)
  await queueReminders(trx, city, booking)
}

/** Lets the news of a cancellation wait in the outbox; reminders are dropped. */
export async function queueCancellation(trx: Knex, booking: BookingRecord): Promise<void> {
  if (booking.contact.email === undefined) return
  await dropReminders(trx, booking.number)
  await queue(trx, booking, 'cancelled', booking.changedAt)
}

async function queueReminders(trx: Knex, city: City, booking: BookingRecord) {
  if (booking.contact.email === undefined) return
  const office = city.offices.find(each => each.id === booking.officeId)
  const start = instantOf(booking.date, booking.start, office?.timeZone ?? city.organisation.timeZone)
  for (const hours of city.policy.reminderHoursBefore) {
    const dueAt = laterBy(start, -hours * 3600)
    if (dueAt > booking.changedAt) await queue(trx, booking, 'reminder', dueAt)
  }
}

async function queue(trx: Knex, booking: BookingRecord, kind: MessageKind, dueAt: string) {
  if (booking.contact.email === undefined) return
  await insertMessage(trx, {
    kind,
    bookingNumber: booking.number,
    revision: booking.revision,
    recipient: booking.contact.email,
    language: booking.contact.language,
    dueAt,
  })
}
