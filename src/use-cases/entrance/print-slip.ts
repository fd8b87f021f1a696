import { printsTickets, type Device } from '../../domain/entrance/device.ts'
import type { Patience, PrintResult } from '../../paper/printer/printed.ts'
import { escPosOf } from '../../paper/ticket/escpos.ts'
import type { SlipLine } from '../../paper/ticket/lines.ts'
import { devicesInUse } from '../../repositories/devices.ts'
import { endPrintJob, giveUpPrintJob, printJobStatus, takePrintJob, type PrintJobStatus } from '../../repositories/print-jobs.ts'
import { laterBy } from '../../time.ts'
import type { House } from '../house.ts'
import { printerAt } from '../paper/printer-at.ts'
import { noteDeviceState } from './recognise-device.ts'

/** What a kiosk is told of its slip; `sending`: it may come out yet. */
export type Printing = PrintJobStatus

/** A slip, and the id under which it is printed once. */
export interface SlipJob {
  readonly id: string
  readonly kind: 'ticket' | 'note'
  readonly bookingNumber?: number
  /** The ticket's number, for whoever looks whether it has come out. */
  readonly code?: string
  readonly lines: readonly SlipLine[]
}

/** Who wants a slip: a kiosk, which is told how its printer is, or a desk of the office. */
export type SlipPlace = Pick<Device, 'officeId' | 'entrance'> & Partial<Pick<Device, 'number'>>

/** Nobody stands before a kiosk for longer to learn whether paper comes. */
const mostWaitMs = 2600
/** No job is sent for longer; after that whoever sent it has died. */
const mostSendingSeconds = 60
const patience: Patience = { connect: 1200, answer: 700, print: 12_000 }

/**
 * Prints a slip, once: on the printer of the kiosk's entrance, else on the first of the office. How the printer is
 * stands at the desks afterwards. The answer is there within three seconds; a printer that is slower goes on. A job that was left in
 * the middle is told as unsure, and not sent again.
 */
export async function printSlip(house: House, kiosk: SlipPlace, job: SlipJob): Promise<Printing> {
  const printer = await printerFor(house, kiosk)
  const record = { ...job, officeId: kiosk.officeId, ...(printer && { deviceNumber: printer.number }) }
  const now = house.clock.instant()
  await giveUpPrintJob(house.db, job.id, laterBy(now, -mostSendingSeconds))
  const taken = await takePrintJob(house.db, record, now)
  if (taken === 'sending') return awaitOther(house, job.id)
  if (taken !== 'taken') return taken
  if (printer?.printer?.widthMm === undefined) return noPrinter(house, kiosk, job.id)

  const { host, port, widthMm } = printer.printer
  const bytes = escPosOf(job.lines, { widthMm, letters: 'cp852' })
  const printing = printerAt(house, { host, port }, patience)
    .print({ id: job.id, bytes })
    .then(result => ended(house, printer, job, result))
  return Promise.race([printing, later(mostWaitMs)])
}

async function printerFor(house: House, kiosk: SlipPlace): Promise<Device | undefined> {
  const printers = (await devicesInUse(house.db, kiosk.officeId, ['printer'])).filter(printsTickets)
  return printers.find(({ entrance }) => entrance === kiosk.entrance) ?? printers[0]
}

async function noPrinter(house: House, kiosk: SlipPlace, id: string): Promise<Printing> {
  await endPrintJob(house.db, id, { status: 'no-printer', sent: false, at: house.clock.instant() })
  if (kiosk.number !== undefined) await noteDeviceState(house, kiosk.number, { error: 'no-printer' })
  return 'no-printer'
}

async function ended(
  house: House,
  printer: Device,
  { id, code }: SlipJob,
  { outcome, sent, paperLow }: PrintResult,
): Promise<Printing> {
  await endPrintJob(house.db, id, { status: outcome, sent, at: house.clock.instant() })
  const paper = outcome === 'no-paper' ? 'out' : paperLow ? 'low' : 'ok'
  const isWell = outcome === 'printed' || outcome === 'no-paper'
  const error = outcome === 'unsure' && code !== undefined ? `${outcome} ${code}` : outcome
  await noteDeviceState(house, printer.number, { paper, ...(!isWell && { error }) })
  return outcome
}

/** Another press of the same button prints it: its answer is waited for. */
async function awaitOther(house: House, id: string): Promise<Printing> {
  for (let waited = 0; waited < mostWaitMs; waited += 200) {
    const status = (await printJobStatus(house.db, id)) ?? 'sending'
    if (status !== 'sending') return status
    await later(200)
  }
  return 'sending'
}

function later(milliseconds: number): Promise<'sending'> {
  return new Promise(resolve => setTimeout(() => resolve('sending'), milliseconds))
}
