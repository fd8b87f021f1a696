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

/** How a printer is reached, and how wide its paper is. */
export interface Printer {
  readonly host: string
  readonly port: number
  readonly widthMm: 58 | 80
}

/** What stands in the way of a device, for the screens that list them: worst first. */
export type DeviceTrouble = 'revoked' | 'not-enrolled' | 'paper-out' | 'error' | 'silent' | 'paper-low'

const silentAfterMinutes = 10

/**
 * What is the matter with a device; `undefined` if nothing is.
 *
 * @param unseenMinutes  since it was last seen; `undefined` if it never was
 */
export function troubleOf(device: Device, unseenMinutes: number | undefined): DeviceTrouble | undefined {
  if (device.revokedAt !== undefined) return 'revoked'
  if (device.kind !== 'printer' && device.enrolledAt === undefined) return 'not-enrolled'
  if (device.paper === 'out') return 'paper-out'
  if (device.error !== undefined) return 'error'
  if (device.kind !== 'printer' && (unseenMinutes === undefined || unseenMinutes > silentAfterMinutes)) return 'silent'
  return device.paper === 'low' ? 'paper-low' : undefined
}
