/** What can stand at an entrance. A scanner is a guard's reader with a screen of its own; a printer has none. */
export const deviceKinds = ['kiosk', 'display', 'guard', 'scanner', 'printer'] as const
export type DeviceKind = (typeof deviceKinds)[number]

export type PaperState = 'ok' | 'low' | 'out'

/** A thing at an entrance of one office. Nothing secret is in it; instants are UTC. */
export interface Device {
  readonly number: number
  readonly officeId: string
  readonly kind: DeviceKind
  readonly name: string
  /** As people call it, `od ulicy`; empty where the building has one entrance. */
  readonly entrance: string
  /** The zone this entrance leads into; absent: the whole building. */
  readonly zoneId?: string
  /** Whoever leaves is counted here. Then a served party is counted out of its room by the desk, but of the building by the door. */
  readonly countsExits: boolean
  readonly addedAt: string
  /** When its code was typed; absent while it waits for that. Printers are reached by the program and never enrolled. */
  readonly enrolledAt?: string
  readonly revokedAt?: string
  readonly lastSeenAt?: string
  readonly paper?: PaperState
  /** What it or its printer last complained of, as it said it. */
  readonly error?: string
  readonly printer?: Printer
}

/** How a printer is reached, and what paper is in it. */
export interface Printer {
  readonly host: string
  readonly port: number
  /** Of its roll; absent: it takes sheets of A4, and prints the daily packs. */
  readonly widthMm?: 58 | 80
}

/** Whether a device prints daily packs on A4. */
export function printsSheets({ printer }: Device): boolean {
  return printer !== undefined && printer.widthMm === undefined
}

/** Whether a device prints tickets on a roll. */
export function printsTickets({ printer }: Device): boolean {
  return printer?.widthMm !== undefined
}
