import type { Device, PaperState } from '../../domain/entrance/device.ts'
import { deviceByCredential, touchDevice, writeDeviceState } from '../../repositories/devices.ts'
import { secondsBetween } from '../../time.ts'
import type { House } from '../house.ts'
import { hashOf } from '../staff/tokens.ts'

const touchedEverySeconds = 60

/** The device that holds a credential; `undefined` if none does, or it was revoked. One query; a write at most once a minute. */
export async function recogniseDevice(house: House, credential: string): Promise<Device | undefined> {
  const device = await deviceByCredential(house.db, hashOf(credential))
  if (!device) return undefined
  const now = house.clock.instant()
  const unseen = device.lastSeenAt === undefined ? touchedEverySeconds : secondsBetween(device.lastSeenAt, now)
  if (unseen >= touchedEverySeconds) await touchDevice(house.db, device.number, now)
  return device
}

/** Notes how a device or its printer is, for the screens at the desks; what is absent is well again or not known. */
export async function noteDeviceState(
  house: House,
  number: number,
  state: { paper?: PaperState | undefined; error?: string | undefined },
): Promise<void> {
  const error = state.error?.slice(0, 200)
  await writeDeviceState(house.db, number, { paper: state.paper, error, at: house.clock.instant() })
}
