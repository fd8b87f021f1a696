import type { Knex } from 'knex'
import type { City } from '../../domain/city.ts'
import type { BookingRecord } from '../../repositories/bookings.ts'
import { dropReminders, insertMessage, type MessageKind } from '../../repositories/outbox.ts'
import { instantOf, laterBy } from '../../time.ts'

/** Lets the confirmation of a booking wait in the outbox, and its reminders; nothing where there is no e-mail address. */
export async function queueConfirmation(trx: Knex, city: City, booking: BookingRecord): Promise<void> {
  if (booking.contact.email === undefined) return
  await queue(trx, booking, 'confirmation', booking.changedAt)
  await queueReminders(trx, city, booking)
}

/** Lets the news of a move wait in the outbox, in the words of whoever moved; reminders of the old time are dropped. */
export async function queueMove(
  trx: Knex,
  city: City,
  booking: BookingRecord,
  kind: 'moved' | 'moved-by-office' = 'moved',
): Promise<void> {
  if (booking.contact.email === undefined) return
  await dropReminders(trx, booking.number)
  await queue(trx, booking, kind, booking.changedAt)
  await queueReminders(trx, city, booking)
}

/** Lets the news of a cancellation wait in the outbox, in the words of whoever cancelled; reminders are dropped. */
export async function queueCancellation(
  trx: Knex,
  booking: BookingRecord,
  kind: 'cancelled' | 'called-off' = 'cancelled',
): Promise<void> {
  if (booking.contact.email === undefined) return
  await dropReminders(trx, booking.number)
  await queue(trx, booking, kind, booking.changedAt)
}

/** Lets the news of earlier times wait in the outbox. Which they are stands in the waiting list. */
export async function queueEarlierTime(trx: Knex, booking: BookingRecord, instant: string): Promise<void> {
  await queue(trx, booking, 'earlier-time', instant)
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
