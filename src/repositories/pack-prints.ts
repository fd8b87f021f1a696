import type { Knex } from 'knex'
import type { DayKey } from './change-day.ts'
import type { PrintJobStatus } from './print-jobs.ts'

/** A daily pack that a printer was sent, or is to be sent. */
export interface PackPrint {
  /** Of the pack within the office's day. */
  readonly number: number
  readonly deviceNumber: number
  readonly status: PrintJobStatus
  /** Some of it has reached the printer. */
  readonly sent: boolean
}

/** The id under which a pack is printed once by one printer. */
export function packPrintId({ officeId, date, number }: DayKey & { readonly number: number }, deviceNumber: number): string {
  return `${prefixOf({ officeId, date })}${number}.${deviceNumber}`
}

/** What became of an office's packs of a day at its printers, the oldest first. */
export async function packPrintsOf(db: Knex, day: DayKey): Promise<PackPrint[]> {
  const rows = (await db('print_jobs')
    .where({ office_id: day.officeId, kind: 'pack' })
    .andWhere('id', '>=', prefixOf(day))
    .andWhere('id', '<', `${prefixOf(day)}:`)
    .select('id', 'status', 'sent')) as { id: string; status: PrintJobStatus; sent: number }[]
  const prints = rows.map(({ id, status, sent }) => {
    const [number = 0, deviceNumber = 0] = id.slice(prefixOf(day).length).split('.').map(Number)
    return { number, deviceNumber, status, sent: sent === 1 }
  })
  return prints.toSorted((one, other) => one.number - other.number || one.deviceNumber - other.deviceNumber)
}

function prefixOf({ officeId, date }: DayKey): string {
  return `pack ${officeId} ${date} `
}
