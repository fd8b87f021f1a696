import type { Knex } from 'knex'
import { newReference } from '../../domain/booking/reference.ts'
import type { Device } from '../../domain/entrance/device.ts'
import { cityOf } from '../../repositories/city.ts'
import { giveCode } from '../../repositories/device-codes.ts'
import { deviceByNumber, insertDevice, type NewDevice } from '../../repositories/devices.ts'
import { laterBy } from '../../time.ts'
import { NotFound } from '../errors.ts'
import type { House } from '../house.ts'
import { noteInAuditLog } from '../staff/note-in-audit-log.ts'
import { hashOf } from '../staff/tokens.ts'
import { DeviceRefused } from './errors.ts'

/** A code works for so many minutes. */
export const codeMinutes = 10

/** A device and the code to be typed on it: eight signs, once, within ten minutes. Shown now and never again. */
export interface WithCode {
  readonly device: Device
  /** Absent for printers, which nobody types on. */
  readonly code?: string
}

/** What is said of a device when somebody adds it. */
export type AskedDevice = Omit<NewDevice, 'addedAt'>

/** Adds a device to an office, and gives it a code. @throws {DeviceRefused} */
export async function addDevice(house: House, asked: AskedDevice, by: number): Promise<WithCode> {
  const city = await cityOf(house.db)
  const device = { ...asked, ...namesOf(asked), addedAt: house.clock.instant() }
  if (!city.offices.some(office => office.id === device.officeId)) throw new DeviceRefused('office')
  const zones = city.zones.filter(zone => zone.officeId === device.officeId)
  if (device.zoneId !== undefined && !zones.some(zone => zone.id === device.zoneId)) throw new DeviceRefused('zone')
  if ((device.kind === 'printer') !== (device.printer !== undefined)) throw new DeviceRefused('printer-host')

  return house.db.transaction(async trx => {
    const number = await insertDevice(trx, device)
    await note(house, trx, 'add-device', { ...device, number }, by)
    return withCode(house, trx, number)
  })
}

/** Gives a device that is in use a new code: to enrol it anew, or another in its place. @throws {NotFound} */
export function newDeviceCode(house: House, number: number, by: number): Promise<WithCode> {
  return house.db.transaction(async trx => {
    const found = await withCode(house, trx, number)
    await note(house, trx, 'new-device-code', found.device, by)
    return found
  })
}

/** What a device and its entrance are called, trimmed. @throws {DeviceRefused} if it has no name */
export function namesOf({ name, entrance }: Pick<Device, 'name' | 'entrance'>): Pick<Device, 'name' | 'entrance'> {
  const trimmed = name.trim().slice(0, 60)
  if (trimmed === '') throw new DeviceRefused('name')
  return { name: trimmed, entrance: entrance.trim().slice(0, 60) }
}

/** Notes what was done to a device. */
export function note(
  house: House,
  trx: Knex,
  action: string,
  device: Pick<Device, 'number' | 'officeId' | 'kind' | 'name'>,
  by: number,
): Promise<void> {
  const details = { device: device.number, kind: device.kind, name: device.name }
  return noteInAuditLog(house, trx, { action, staffNumber: by, officeId: device.officeId, details })
}

async function withCode(house: House, trx: Knex, number: number): Promise<WithCode> {
  const device = await deviceByNumber(trx, number)
  if (!device || device.revokedAt !== undefined) throw new NotFound('device')
  if (device.kind === 'printer') return { device }
  const code = newReference(house.random)
  await giveCode(trx, number, hashOf(code), laterBy(house.clock.instant(), codeMinutes * 60))
  return { device, code }
}
