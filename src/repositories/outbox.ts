import type { Knex } from 'knex'
import type { Language } from '../domain/city.ts'

export const messageKinds = [
  'confirmation',
  'moved',
  'cancelled',
  'reminder',
  'moved-by-office',
  'called-off',
  'earlier-time',
] as const
export type MessageKind = (typeof messageKinds)[number]

/** A message that waits to be sent, or was. Its words are made when it is sent; nothing secret is stored. */
export interface OutboxMessage {
  readonly number: number
  readonly kind: MessageKind
  readonly bookingNumber: number
  readonly revision: number
  readonly recipient: string
  readonly language: Language
  readonly tries: number
  readonly dueAt: string
}

interface OutboxRow {
  number: number
  kind: string
  booking_number: number
  revision: number
  recipient: string
  language: string
  tries: number
  due_at: string
}

/** Lets a message wait from an instant on. */
export async function insertMessage(trx: Knex, message: Omit<OutboxMessage, 'number' | 'tries'>): Promise<void> {
  await trx('outbox').insert({
    kind: message.kind,
    booking_number: message.bookingNumber,
    revision: message.revision,
    recipient: message.recipient,
    language: message.language,
    status: 'waiting',
    due_at: message.dueAt,
  })
}

/**
 * Takes messages that are due, for one sender: until `leaseUntil` nobody else gets them, so that a sender that dies
 * loses nothing and two send nothing twice.
 */
export async function takeDueMessages(db: Knex, instant: string, leaseUntil: string, most: number): Promise<OutboxMessage[]> {
  const due = db('outbox')
    .where({ status: 'waiting' })
    .where('due_at', '<=', instant)
    .orderBy('due_at')
    .limit(most)
    .select('number')
  const rows = (await db('outbox')
    .whereIn('number', due)
    .where({ status: 'waiting' })
    .where('due_at', '<=', instant)
    .update({ due_at: leaseUntil, tries: db.raw('tries + 1') })
    .returning('*')) as OutboxRow[]
  return rows.map(fromRow)
}

/** Notes what has become of a message. `waiting` lets it be tried again from `dueAt` on. */
export async function settleMessage(
  db: Knex,
  number: number,
  outcome:
    | { status: 'sent'; sentAt: string }
    | { status: 'dropped' | 'failed'; trouble: string }
    | { status: 'waiting'; dueAt: string; trouble: string },
): Promise<void> {
  await db('outbox')
    .where({ number })
    .update({
      status: outcome.status,
      ...('sentAt' in outcome && { sent_at: outcome.sentAt }),
      ...('dueAt' in outcome && { due_at: outcome.dueAt }),
      ...('trouble' in outcome && { trouble: outcome.trouble.slice(0, 200) }),
    })
}

/** How many messages are in each status. */
export async function countMessages(db: Knex): Promise<Record<string, number>> {
  const rows = (await db('outbox').groupBy('status').select('status').count({ count: '*' })) as unknown as {
    status: string
    count: number
  }[]
  return Object.fromEntries(rows.map(row => [row.status, row.count]))
}

/** Drops reminders of a booking that still wait: it was moved or cancelled. */
export async function dropReminders(trx: Knex, bookingNumber: number): Promise<void> {
  await trx('outbox')
    .where({ booking_number: bookingNumber, kind: 'reminder', status: 'waiting' })
    .update({ status: 'dropped', trouble: 'the visit was moved or cancelled' })
}

/** Deletes recipients of messages that were settled before an instant. */
export async function forgetRecipientsBefore(db: Knex, instant: string): Promise<number> {
  return db('outbox')
    .whereNot({ status: 'waiting' })
    .where('due_at', '<', instant)
    .whereNot({ recipient: '' })
    .update({ recipient: '' })
}

function fromRow(row: OutboxRow): OutboxMessage {
  return {
    number: row.number,
    kind: row.kind as MessageKind,
    bookingNumber: row.booking_number,
    revision: row.revision,
    recipient: row.recipient,
    language: row.language as Language,
    tries: row.tries,
    dueAt: row.due_at,
  }
}
