import { openPrinter, type Printer } from '../../paper/printer/open-printer.ts'
import type { Patience, PrinterAddress } from '../../paper/printer/printed.ts'
import { databaseOf } from '../../repositories/database.ts'
import type { House } from '../house.ts'

const printersOf = new WeakMap<object, Map<string, Printer>>()

/**
 * The one printer at an address: its jobs go one after another, and none twice. It is a database's own, since another
 * database gives its jobs the same ids.
 */
export function printerAt({ db }: House, address: PrinterAddress, patience: Patience): Printer {
  const printers = printersOf.get(databaseOf(db)) ?? new Map<string, Printer>()
  printersOf.set(databaseOf(db), printers)
  const key = `${address.host} ${address.port} ${address.answers ?? ''}`
  const printer = printers.get(key) ?? openPrinter(address, patience)
  printers.set(key, printer)
  return printer
}
