import type { Device } from '../../domain/entrance/device.ts'
import { dropCode } from '../../repositories/device-codes.ts'
import { deviceByNumber, endDevice, renameDevice } from '../../repositories/devices.ts'
import { NotFound } from '../errors.ts'
import type { House } from '../house.ts'
import { namesOf, note } from './add-device.ts'

/** Ends a device: its credential and its code work no more. Twice is as once. @throws {NotFound} */
export async function revokeDevice(house: House, number: number, by: number): Promise<void> {
  await house.db.transaction(async trx => {
    const device = await deviceByNumber(trx, number)
    if (!device) throw new NotFound('device')
    if (device.revokedAt !== undefined) return
    await dropCode(trx, number)
    await endDevice(trx, number, house.clock.instant())
    await note(house, trx, 'revoke-device', device, by)
  })
}

/** Changes what a device and its entrance are called. @throws {NotFound} @throws {DeviceRefused} */
export async function renameDeviceTo(
  house: House,
  number: number,
  called: Pick<Device, 'name' | 'entrance'>,
  by: number,
): Promise<void> {
  const { name, entrance } = namesOf(called)
  await house.db.transaction(async trx => {
    const device = await deviceByNumber(trx, number)
    if (!device) throw new NotFound('device')
    await renameDevice(trx, number, name, entrance)
    await note(house, trx, 'rename-device', { ...device, name }, by)
  })
}
