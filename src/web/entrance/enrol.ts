import { Router, type Request, type Response } from 'express'
import type { DeviceKind } from '../../domain/entrance/device.ts'
import { wordsFor } from '../../language/words.ts'
import { claimDevice } from '../../use-cases/entrance/claim-device.ts'
import { CodeRefused } from '../../use-cases/entrance/errors.ts'
import { TooManyTries } from '../../use-cases/staff/errors.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import { formOf, placeOf, textField } from '../staff/typed.ts'
import { showPage } from '../views.ts'
import type { Web } from '../web.ts'
import { keepCredential, recognisedDevice } from './require-device.ts'

/** Where a device is, once it is known what it is for. Printers have no screen. */
const homes: Readonly<Record<Exclude<DeviceKind, 'printer'>, string>> = {
  kiosk: paths.entranceKiosk(),
  display: paths.entranceDisplay(),
  guard: paths.entranceGuard(),
  scanner: paths.entranceGuard(),
}

/** Where the code is typed that makes a browser one of our devices. */
export function enrolRoutes(web: Web): Router {
  const router = Router()

  router.get(paths.entranceEnrol(), (req, res) => showEnrol(web, req, res))

  router.post(paths.entranceEnrol(), async (req, res) => {
    const t = wordsFor(languageOf(res))
    const { code } = formOf(req, { code: textField })
    try {
      const { device, credential } = await claimDevice(web.house, { code, address: placeOf(req) })
      keepCredential(res, credential)
      res.redirect(303, device.kind === 'printer' ? paths.entranceEnrol() : homes[device.kind])
    } catch (error) {
      if (error instanceof CodeRefused) return showEnrol(web, req, res, { code, fault: t('enrol.refused') }, 422)
      if (!(error instanceof TooManyTries)) throw error
      res.setHeader('Retry-After', error.seconds)
      await showEnrol(web, req, res, { code, fault: t('enrol.wait', { seconds: error.seconds }) }, 429)
    }
  })

  return router
}

async function showEnrol(
  web: Web,
  req: Request,
  res: Response,
  { code = '', fault }: { code?: string; fault?: string } = {},
  status = 200,
): Promise<void> {
  const known = await recognisedDevice(web, req)
  res.setHeader('Cache-Control', 'no-store')
  showPage(
    web,
    res,
    'entrance/enrol',
    {
      title: wordsFor(languageOf(res))('enrol.title'),
      layout: 'entrance',
      typed: code.slice(0, 20),
      errors: fault === undefined ? [] : [{ field: 'code', text: fault }],
      knownAs: known?.name,
    },
    status,
  )
}
