import type { Knex } from 'knex'
import type { OfficeDate } from '../domain/calendar.ts'
import type { DayKey } from './change-day.ts'

/** A daily pack that goes to an address by mail. */
export interface PackMail extends DayKey {
  /** Of the pack within the office's day. */
  readonly number: number
  readonly recipient: string
  /** How often it was tried before. */
  readonly tries: number
}

interface PackMailRow {
  office_id: string
  date: string
  number: number
  recipient: string
  tries: number
}

/** Lets a pack wait to be mailed from an instant on, to each address once. */
export async function insertPackMails(
  trx: Knex,
  { officeId, date, number }: DayKey & { readonly number: number },
  recipients: readonly string[],
  dueAt: string,
): Promise<void> {
  const pack = { office_id: officeId, date, number, status: 'waiting', due_at: dueAt, tries: 0 }
  const rows = [...new Set(recipients)].map(recipient => ({ ...pack, recipient }))
  if (rows.length > 0) await trx('pack_mails').insert(rows)
}

/** Mails that wait and are due, of packs of a date or later, in the order in which they are due. */
export async function duePackMails(db: Knex, instant: string, from: OfficeDate): Promise<PackMail[]> {
  const rows = (await db('pack_mails')
    .where({ status: 'waiting' })
    .where('due_at', '<=', instant)
    .where('date', '>=', from)
    .orderBy(['due_at', 'office_id', 'number', 'recipient'])
    .select('office_id', 'date', 'number', 'recipient', 'tries')) as PackMailRow[]
  return rows.map(({ office_id: officeId, ...rest }) => ({ officeId, ...rest }))
}

/** Takes a mail for one sender until an instant, if it still waits and is due; answers whether it was had. */
export async function takePackMail(db: Knex, mail: PackMail, instant: string, leaseUntil: string): Promise<boolean> {
  const taken = await db('pack_mails')
    .where({ ...dayOf(mail), number: mail.number, status: 'waiting' })
    .where('due_at', '<=', instant)
    .update({ due_at: leaseUntil, tries: mail.tries + 1 })
  return taken === 1
}

/** Notes that an address has got the newest pack of a day: whatever else of that day waits for it need not go. */
export async function notePackMailed(db: Knex, mail: PackMail): Promise<void> {
  await db('pack_mails')
    .where({ ...dayOf(mail), status: 'waiting' })
    .update({ status: 'sent', trouble: null })
}

/** Notes that an address was not reached, and when to try again; `undefined`: never. */
export async function notePackNotMailed(db: Knex, mail: PackMail, trouble: string, dueAt: string | undefined): Promise<void> {
  await db('pack_mails')
    .where({ ...dayOf(mail), number: mail.number })
    .update({ trouble: trouble.slice(0, 200), ...(dueAt === undefined ? { status: 'failed' } : { due_at: dueAt }) })
}

function dayOf({ officeId, date, recipient }: PackMail) {
  return { office_id: officeId, date, recipient }
}
