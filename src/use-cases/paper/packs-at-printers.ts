import type { DayKey } from '../../repositories/change-day.ts'
import { devicesOf } from '../../repositories/devices.ts'
import { packPrintsOf, type PackPrint } from '../../repositories/pack-prints.ts'
import type { House } from '../house.ts'

/** A day's packs at the office's printers, each with the printer's name. */
export async function packsAtPrinters(house: House, day: DayKey): Promise<(PackPrint & { readonly printer: string })[]> {
  const prints = await packPrintsOf(house.db, day)
  if (prints.length === 0) return []
  const names = new Map((await devicesOf(house.db, [day.officeId])).map(device => [device.number, device.name]))
  return prints.map(print => ({ ...print, printer: names.get(print.deviceNumber) ?? String(print.deviceNumber) }))
}
