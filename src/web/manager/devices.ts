import { Router, type Request, type Response } from 'express'
import type { Device } from '../../domain/entrance/device.ts'
import { officesWhere } from '../../domain/staff/roles.ts'
import { wordsFor } from '../../language/words.ts'
import { formatReference } from '../../domain/booking/reference.ts'
import { NotFound } from '../../use-cases/errors.ts'
import { addDevice, codeMinutes, newDeviceCode, type WithCode } from '../../use-cases/entrance/add-device.ts'
import { DeviceRefused } from '../../use-cases/entrance/errors.ts'
import { findDevice, listDevices } from '../../use-cases/entrance/list-devices.ts'
import { renameDeviceTo, revokeDevice } from '../../use-cases/entrance/revoke-device.ts'
import { languageOf } from '../middleware/language.ts'
import { may } from '../../domain/staff/roles.ts'
import { NotAllowed } from '../faults.ts'
import { paths } from '../paths.ts'
import { showStaff } from '../staff/frame.ts'
import { requireStaff, staffOf } from '../staff/require-staff.ts'
import { formOf } from '../staff/typed.ts'
import type { Web } from '../web.ts'
import { deviceFields, deviceFrom, type DeviceForm } from './device-form.ts'
import { deviceChoices, deviceInWords } from './device-words.ts'
import { cityIfAny } from '../../use-cases/staff/city-if-any.ts'

/** The devices at the entrances, for managers of their offices and for administrators: added, renamed, revoked. */
export function deviceRoutes(web: Web): Router {
  const router = Router()
  const keepers = requireStaff(web, 'manage-devices')

  router.get('/manage/devices', keepers, (_req, res) => showList(web, res))

  router.post('/manage/devices', keepers, async (req, res) => {
    const form = formOf(req, deviceFields)
    if (!may(staffOf(res).roles, 'manage-devices', form.office)) throw new NotAllowed()
    await orAgain(web, res, form, async () => {
      const added = await addDevice(web.house, deviceFrom(form), staffOf(res).number)
      await showCode(web, res, added, 201)
    })
  })

  router.get('/manage/devices/:number', keepers, async (req, res) => {
    await showDevice(web, res, await theirDevice(web, req, res))
  })

  router.post('/manage/devices/:number', keepers, async (req, res) => {
    const device = await theirDevice(web, req, res)
    const { name, entrance } = formOf(req, deviceFields)
    try {
      await renameDeviceTo(web.house, device.number, { name, entrance }, staffOf(res).number)
    } catch (error) {
      if (!(error instanceof DeviceRefused)) throw error
      return showDevice(web, res, { ...device, name, entrance }, error.fault)
    }
    res.redirect(303, paths.manageDevices())
  })

  router.post('/manage/devices/:number/code', keepers, async (req, res) => {
    const { number } = await theirDevice(web, req, res)
    await showCode(web, res, await newDeviceCode(web.house, number, staffOf(res).number))
  })

  router.post('/manage/devices/:number/revocation', keepers, async (req, res) => {
    const { number } = await theirDevice(web, req, res)
    await revokeDevice(web.house, number, staffOf(res).number)
    res.redirect(303, paths.manageDevices())
  })

  return router
}

async function theirDevice(web: Web, req: Request, res: Response): Promise<Device> {
  const typed = String(req.params['number'])
  if (!/^\d{1,9}$/.test(typed)) throw new NotFound('device')
  const device = await findDevice(web.house, Number(typed))
  if (!may(staffOf(res).roles, 'manage-devices', device.officeId)) throw new NotAllowed()
  return device
}

async function orAgain(web: Web, res: Response, form: DeviceForm, act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof DeviceRefused)) throw error
    await showList(web, res, form, error.fault)
  }
}

const blank: DeviceForm = {
  ...{ office: '', kind: 'guard', name: '', entrance: '', zone: '' },
  ...{ exits: '', host: '', port: '9100', width: '80' },
}

async function showList(web: Web, res: Response, form?: DeviceForm, fault?: DeviceRefused['fault']): Promise<void> {
  const language = languageOf(res)
  const t = wordsFor(language)
  const city = await cityIfAny(web.house)
  const theirs = officesWhere(staffOf(res).roles, 'manage-devices')
  const devices = await listDevices(web.house, theirs)
  const values = {
    title: t('device.title'),
    devices: devices.map(each => deviceInWords(each, city, language)),
    ...deviceChoices(city, theirs, language),
    typed: form ?? blank,
    errors: fault === undefined ? [] : [{ field: fault, text: t(`device.fault-${fault}`) }],
  }
  await showStaff(web, res, 'manager/devices', values, fault === undefined ? 200 : 422)
}

async function showDevice(web: Web, res: Response, device: Device, fault?: DeviceRefused['fault']): Promise<void> {
  const t = wordsFor(languageOf(res))
  const values = {
    title: device.name,
    device,
    crumbs: [{ name: t('device.title'), path: paths.manageDevices() }],
    errors: fault === undefined ? [] : [{ field: fault, text: t(`device.fault-${fault}`) }],
  }
  await showStaff(web, res, 'manager/device', values, fault === undefined ? 200 : 422)
}

/** The page that shows a code, once, large enough to be read across a hall. */
async function showCode(web: Web, res: Response, { device, code }: WithCode, status = 200): Promise<void> {
  const t = wordsFor(languageOf(res))
  const base = web.settings.baseUrl ?? `${res.req.protocol}://${res.req.headers.host ?? ''}`
  const values = {
    title: t('device.code-title', { name: device.name }),
    code: code === undefined ? undefined : formatReference(code),
    address: `${base}${paths.entranceEnrol()}`,
    minutes: codeMinutes,
    crumbs: [{ name: t('device.title'), path: paths.manageDevices() }],
  }
  await showStaff(web, res, 'manager/device-code', values, status)
}
