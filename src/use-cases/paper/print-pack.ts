import { printsSheets, type Device } from '../../domain/entrance/device.ts'
import type { Patience, PrintResult } from '../../paper/printer/printed.ts'
import type { DayKey } from '../../repositories/change-day.ts'
import { devicesInUse } from '../../repositories/devices.ts'
import { packPrintId, packPrintsOf } from '../../repositories/pack-prints.ts'
import type { PaperIssue } from '../../repositories/paper-issues.ts'
import { endPrintJob, giveUpPrintJob, takePrintJob } from '../../repositories/print-jobs.ts'
import { laterBy } from '../../time.ts'
import { noteDeviceState } from '../entrance/recognise-device.ts'
import type { House } from '../house.ts'
import { printerAt } from './printer-at.ts'

/** A pack of a day by its number. */
export type PackNumber = DayKey & { readonly number: number }

/** Whoever asks for a pack waits no longer; a printer that is slower goes on. */
const mostWaitMs = 3000
/** A job that is sent for longer was left by a process that has died. */
const mostSendingSeconds = 120
const patience: Patience = { connect: 2000, answer: 1000, print: 45_000 }

/**
 * Sends a pack to every printer of sheets that the office has: the PDF as it is, which office printers take on port
 * 9100. Each prints a pack once. What became of it stands in `packPrintsOf`, and how the printer is at the desks.
 */
export async function printPack(house: House, pack: PackNumber, pdf: Uint8Array): Promise<void> {
  const printers = await sheetPrinters(house, pack.officeId)
  await Promise.all(printers.map(printer => printOn(house, printer, packPrintId(pack, printer.number), pdf)))
}

/**
 * Sends once more the last pack of a day that was meant for a printer of which nothing has reached it, because it was
 * switched off in the morning, or because the process that made the pack has died: what comes out is the newest pack.
 *
 * @param meant   the last pack that was made to be sent, once nobody is making it any more
 * @param newest  reads the newest pack; `undefined` where its file is not here
 */
export async function printMissedPack(
  house: House,
  meant: PaperIssue,
  newest: () => Promise<Uint8Array | undefined>,
): Promise<void> {
  const prints = await packPrintsOf(house.db, meant)
  for (const printer of await sheetPrinters(house, meant.officeId)) {
    const last = prints.findLast(each => each.deviceNumber === printer.number && each.number >= meant.number)
    if (last ? last.sent || last.status === 'printed' : printer.addedAt > meant.at) continue
    const pdf = await newest()
    if (pdf) await printOn(house, printer, packPrintId({ ...meant, number: last?.number ?? meant.number }, printer.number), pdf)
  }
}

async function sheetPrinters(house: House, officeId: string): Promise<Device[]> {
  return (await devicesInUse(house.db, officeId, ['printer'])).filter(printsSheets)
}

async function printOn(house: House, device: Device, id: string, bytes: Uint8Array): Promise<void> {
  if (!device.printer) return
  const now = house.clock.instant()
  await giveUpPrintJob(house.db, id, laterBy(now, -mostSendingSeconds))
  const record = { id, officeId: device.officeId, deviceNumber: device.number, kind: 'pack' } as const
  if ((await takePrintJob(house.db, record, now)) !== 'taken') return

  // Printers of sheets take everything on port 9100 and answer nothing; they end the connection once they have it all.
  const printing = printerAt(house, { ...device.printer, answers: 'nothing' }, patience)
    .print({ id, bytes })
    .then(result => ended(house, device, id, result))
  await Promise.race([printing, new Promise<void>(resolve => setTimeout(resolve, mostWaitMs))])
}

async function ended(house: House, device: Device, id: string, { outcome, sent }: PrintResult): Promise<void> {
  await endPrintJob(house.db, id, { status: outcome, sent, at: house.clock.instant() })
  await noteDeviceState(house, device.number, outcome === 'printed' ? {} : { error: outcome })
}
