import type { Device } from './device.ts'

/** What stands in the way of a device, for the screens that list them: worst first. */
export type DeviceTrouble = 'revoked' | 'not-enrolled' | 'paper-out' | 'error' | 'silent' | 'paper-low'

const silentAfterMinutes = 5

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
  if (device.kind !== 'printer' && (unseenMinutes === undefined || unseenMinutes >= silentAfterMinutes)) return 'silent'
  return device.paper === 'low' ? 'paper-low' : undefined
}
