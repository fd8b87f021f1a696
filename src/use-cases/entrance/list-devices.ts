import { printsTickets, type Device } from '../../domain/entrance/device.ts'
import { troubleOf, type DeviceTrouble } from '../../domain/entrance/device-trouble.ts'
import { openCodes } from '../../repositories/device-codes.ts'
import { deviceByNumber, devicesInUse, devicesOf } from '../../repositories/devices.ts'
import { secondsBetween } from '../../time.ts'
import { NotFound } from '../errors.ts'
import type { House } from '../house.ts'

/** A device as those who look after it see it. */
export interface SeenDevice {
  readonly device: Device
  readonly trouble?: DeviceTrouble
  /** UTC instant until which its code works; absent where it has none. */
  readonly codeUntil?: string
}

/** The devices of these offices and what is the matter with each; those in use first. */
export async function listDevices(house: House, officeIds: 'all' | readonly string[]): Promise<SeenDevice[]> {
  const now = house.clock.instant()
  const codes = await openCodes(house.db, now)
  return (await devicesOf(house.db, officeIds)).map(device => {
    const codeUntil = codes.get(device.number)
    return { ...seen(device, now), ...(codeUntil !== undefined && { codeUntil }) }
  })
}

/** Devices of an office that worked and do not now, or soon will not: what the desks should know of. */
export async function devicesInTrouble(house: House, officeId: string): Promise<Required<Omit<SeenDevice, 'codeUntil'>>[]> {
  const now = house.clock.instant()
  return (await devicesInUse(house.db, officeId)).flatMap(each => {
    const { device, trouble } = seen(each, now)
    return trouble === undefined || trouble === 'not-enrolled' ? [] : [{ device, trouble }]
  })
}

/** Whether tickets can be printed at an office. */
export async function officeHasPrinter(house: House, officeId: string): Promise<boolean> {
  return (await devicesInUse(house.db, officeId, ['printer'])).some(printsTickets)
}

/** The device of a number, revoked ones too. @throws {NotFound} */
export async function findDevice(house: House, number: number): Promise<Device> {
  const device = await deviceByNumber(house.db, number)
  if (!device) throw new NotFound('device')
  return device
}

function seen(device: Device, now: string): SeenDevice {
  const unseen = device.lastSeenAt === undefined ? undefined : Math.floor(secondsBetween(device.lastSeenAt, now) / 60)
  const trouble = troubleOf(device, unseen)
  return { device, ...(trouble && { trouble }) }
}
