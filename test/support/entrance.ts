import type { Device, DeviceKind } from '../../src/domain/entrance/device.ts'
import { addDevice } from '../../src/use-cases/entrance/add-device.ts'
import { claimDevice } from '../../src/use-cases/entrance/claim-device.ts'
import type { House } from '../../src/use-cases/house.ts'
import { signedInAs } from './signed-in.ts'

/** A device that is enrolled: what its browser sends. */
export interface Enrolled {
  readonly device: Device
  /** The value of a `Cookie` header. */
  readonly cookie: string
}

/** Adds a device to the office `CA` and types its code. */
export async function enrolled(house: House, kind: Exclude<DeviceKind, 'printer'>, officeId = 'CA'): Promise<Enrolled> {
  const { number } = await signedInAs(house, { role: 'manager' })
  const { code = '' } = await addDevice(house, { officeId, kind, name: kind, entrance: '', countsExits: false }, number)
  const { device, credential } = await claimDevice(house, { code, address: '192.0.2.7' })
  return { device, cookie: `okienko_device=${credential}` }
}

/** Adds a printer to an office. */
export async function addPrinter(house: House, printer: { host: string; port: number }, officeId = 'CA'): Promise<Device> {
  const { number } = await signedInAs(house, { role: 'manager' })
  const asked = { officeId, kind: 'printer', name: 'Drukarka', entrance: '', countsExits: false } as const
  const { host, port } = printer
  return (await addDevice(house, { ...asked, printer: { host, port, widthMm: 80 } }, number)).device
}
