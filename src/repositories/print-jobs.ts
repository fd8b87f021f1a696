import type { Knex } from 'knex'

/** What became of a job; `sending` while a process is at it, or since one was killed in the middle. */
export type PrintJobStatus = 'sending' | 'printed' | 'no-paper' | 'offline' | 'refused' | 'stalled' | 'unsure' | 'no-printer'

/** Something to be printed once. */
export interface PrintJobRecord {
  readonly id: string
  readonly officeId: string
  /** The printer's; absent where the office has none. */
  readonly deviceNumber?: number
  readonly kind: 'ticket' | 'note' | 'pack'
  readonly bookingNumber?: number
}

/**
 * Takes a job for this process to print: a new one, or one of which nothing has reached a printer. Of two who ask at
 * once, one gets it.
 *
 * @returns `taken`, or how the job stands
 */
export async function takePrintJob(db: Knex, job: PrintJobRecord, at: string): Promise<'taken' | PrintJobStatus> {
  const row = {
    ...{ id: job.id, office_id: job.officeId, kind: job.kind, status: 'sending', sent: 0, tries: 1, at },
    ...{ device_number: job.deviceNumber ?? null, booking_number: job.bookingNumber ?? null },
  }
  const inserted = (await db('print_jobs').insert(row).onConflict('id').ignore().returning('id')) as unknown[]
  if (inserted.length > 0) return 'taken'
  const again = await db('print_jobs')
    .where({ id: job.id, sent: 0 })
    .whereNotIn('status', ['sending', 'printed'])
    .update({ status: 'sending', tries: db.raw('tries + 1'), device_number: row.device_number, at })
  return again === 1 ? 'taken' : ((await printJobStatus(db, job.id)) ?? 'sending')
}

/**
 * Tells a job as unsure that has been `sending` since before an instant: whoever sent it was killed in the middle. How
 * much of it has reached the printer nobody knows, so it is not sent again.
 */
export async function giveUpPrintJob(db: Knex, id: string, before: string): Promise<void> {
  await db('print_jobs').where({ id, status: 'sending' }).where('at', '<', before).update({ status: 'unsure', sent: 1 })
}

/** Deletes jobs of before an instant, and answers how many they were. */
export async function deletePrintJobsBefore(db: Knex, instant: string): Promise<number> {
  return db('print_jobs').where('at', '<', instant).delete()
}

/** Writes what became of a job. */
export async function endPrintJob(
  db: Knex,
  id: string,
  end: { readonly status: PrintJobStatus; readonly sent: boolean; readonly at: string },
): Promise<void> {
  await db('print_jobs')
    .where({ id })
    .update({ ...end, sent: Number(end.sent) })
}

/** How a job stands; `undefined` if there is none of this id. */
export async function printJobStatus(db: Knex, id: string): Promise<PrintJobStatus | undefined> {
  const row = (await db('print_jobs').where({ id }).first('status')) as { status: PrintJobStatus } | undefined
  return row?.status
}
