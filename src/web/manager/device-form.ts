import { z } from 'zod'
import { deviceKinds, type DeviceKind } from '../../domain/entrance/device.ts'
import type { AskedDevice } from '../../use-cases/entrance/add-device.ts'
import { DeviceRefused } from '../../use-cases/entrance/errors.ts'
import { textField } from '../staff/typed.ts'

/** The fields of the form that adds a device; nothing sent can fail them. */
export const deviceFields = {
  office: textField,
  kind: z.enum(deviceKinds).catch('guard'),
  name: textField,
  entrance: textField,
  zone: textField,
  exits: textField,
  host: textField,
  port: textField,
  width: textField,
}

export interface DeviceForm {
  readonly office: string
  readonly kind: DeviceKind
  readonly name: string
  readonly entrance: string
  readonly zone: string
  readonly exits: string
  readonly host: string
  readonly port: string
  readonly width: string
}

/** The form before anything is typed. */
export const blankForm: DeviceForm = {
  ...{ office: '', kind: 'guard', name: '', entrance: '', zone: '' },
  ...{ exits: '', host: '', port: '9100', width: '80' },
}

/** What the form asks for. @throws {DeviceRefused} if a printer's address cannot be one */
export function deviceFrom(form: DeviceForm): AskedDevice {
  const { office: officeId, kind, name, entrance, zone } = form
  const countsExits = form.exits === '1' && (kind === 'guard' || kind === 'scanner')
  const asked = { officeId, kind, name, entrance, countsExits, ...(zone !== '' && { zoneId: zone }) }
  return kind === 'printer' ? { ...asked, printer: printerFrom(form) } : asked
}

function printerFrom({ host, port, width }: DeviceForm): NonNullable<AskedDevice['printer']> {
  const number = port.trim() === '' ? usualPort : Number(port)
  const isHost = /^[a-z0-9]([a-z0-9.:-]{0,252}[a-z0-9])?$/i.test(host.trim())
  if (!isHost || !Number.isInteger(number) || number < 1 || number > 65_535) throw new DeviceRefused('printer-host')
  return { host: host.trim(), port: number, ...(width !== 'A4' && { widthMm: width === '58' ? 58 : 80 }) }
}

const usualPort = 9100
