import { Router, type Request, type Response } from 'express'
import type { Device } from '../../domain/entrance/device.ts'
import { may } from '../../domain/staff/roles.ts'
import { addDevice, newDeviceCode } from '../../use-cases/entrance/add-device.ts'
import { DeviceRefused } from '../../use-cases/entrance/errors.ts'
import { findDevice } from '../../use-cases/entrance/list-devices.ts'
import { renameDeviceTo, revokeDevice } from '../../use-cases/entrance/revoke-device.ts'
import { NotFound } from '../../use-cases/errors.ts'
import { NotAllowed } from '../faults.ts'
import { paths } from '../paths.ts'
import { requireStaff, staffOf } from '../staff/require-staff.ts'
import { formOf } from '../staff/typed.ts'
import type { Web } from '../web.ts'
import { deviceFields, deviceFrom } from './device-form.ts'
import { showCode, showDevice, showDevices } from './device-pages.ts'

/** The devices at the entrances, for managers of their offices and for administrators: added, renamed, revoked. */
export function deviceRoutes(web: Web): Router {
  const router = Router()
  const keepers = requireStaff(web, 'manage-devices')

  router.get('/manage/devices', keepers, (_req, res) => showDevices(web, res))

  router.post('/manage/devices', keepers, async (req, res) => {
    const form = formOf(req, deviceFields)
    if (!may(staffOf(res).roles, 'manage-devices', form.office)) throw new NotAllowed()
    const add = async () => showCode(web, res, await addDevice(web.house, deviceFrom(form), staffOf(res).number), 201)
    await orAgain(add, fault => showDevices(web, res, form, fault))
  })

  router.get('/manage/devices/:number', keepers, async (req, res) => {
    await showDevice(web, res, await theirDevice(web, req, res))
  })

  router.post('/manage/devices/:number', keepers, async (req, res) => {
    const device = await theirDevice(web, req, res)
    const { name, entrance } = formOf(req, deviceFields)
    const rename = async () => {
      await renameDeviceTo(web.house, device.number, { name, entrance }, staffOf(res).number)
      res.redirect(303, paths.manageDevices())
    }
    await orAgain(rename, fault => showDevice(web, res, { ...device, name, entrance }, fault))
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

/** Does what a form asks for; where it cannot be, its page is shown again. */
async function orAgain(act: () => Promise<void>, again: (fault: DeviceRefused['fault']) => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof DeviceRefused)) throw error
    await again(error.fault)
  }
}
