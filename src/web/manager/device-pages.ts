import type { Response } from 'express'
import { formatReference } from '../../domain/booking/reference.ts'
import type { Device } from '../../domain/entrance/device.ts'
import { officesWhere } from '../../domain/staff/roles.ts'
import { wordsFor } from '../../language/words.ts'
import { codeMinutes, type WithCode } from '../../use-cases/entrance/add-device.ts'
import type { DeviceRefused } from '../../use-cases/entrance/errors.ts'
import { listDevices } from '../../use-cases/entrance/list-devices.ts'
import { cityIfAny } from '../../use-cases/staff/city-if-any.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import { showStaff } from '../staff/frame.ts'
import { staffOf } from '../staff/require-staff.ts'
import type { Web } from '../web.ts'
import { blankForm, type DeviceForm } from './device-form.ts'
import { deviceChoices, deviceInWords } from './device-words.ts'

type Fault = DeviceRefused['fault']

/** The list of devices and the form that adds one, with what was typed and what is wrong with it. */
export async function showDevices(web: Web, res: Response, form?: DeviceForm, fault?: Fault): Promise<void> {
  const language = languageOf(res)
  const city = await cityIfAny(web.house)
  const theirs = officesWhere(staffOf(res).roles, 'manage-devices')
  const devices = await listDevices(web.house, theirs)
  const values = {
    title: wordsFor(language)('device.title'),
    devices: devices.map(each => deviceInWords(each, city, language)),
    ...deviceChoices(city, theirs, language),
    typed: form ?? blankForm,
    errors: errorsOf(res, fault),
  }
  await showStaff(web, res, 'manager/devices', values, statusOf(fault))
}

/** The page of one device, where it is renamed, given a new code, or revoked. */
export async function showDevice(web: Web, res: Response, device: Device, fault?: Fault): Promise<void> {
  const values = { title: device.name, device, crumbs: crumbsOf(res), errors: errorsOf(res, fault) }
  await showStaff(web, res, 'manager/device', values, statusOf(fault))
}

/** The page that shows a code, once, large enough to be read across a hall. */
export async function showCode(web: Web, res: Response, { device, code }: WithCode, status = 200): Promise<void> {
  const base = web.settings.baseUrl ?? `${res.req.protocol}://${res.req.headers.host ?? ''}`
  const values = {
    title: wordsFor(languageOf(res))('device.code-title', { name: device.name }),
    code: code === undefined ? undefined : formatReference(code),
    address: `${base}${paths.entranceEnrol()}`,
    minutes: codeMinutes,
    crumbs: crumbsOf(res),
  }
  await showStaff(web, res, 'manager/device-code', values, status)
}

function crumbsOf(res: Response) {
  return [{ name: wordsFor(languageOf(res))('device.title'), path: paths.manageDevices() }]
}

function errorsOf(res: Response, fault: Fault | undefined) {
  return fault === undefined ? [] : [{ field: fault, text: wordsFor(languageOf(res))(`device.fault-${fault}`) }]
}

function statusOf(fault: Fault | undefined): number {
  return fault === undefined ? 200 : 422
}
