import { Router } from 'express'
import { formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { openingsOn } from '../../use-cases/resident/openings-on.ts'
import { noSuchPage } from '../errors.ts'
import { hoursInWords } from '../resident/today.ts'
import type { Web } from '../web.ts'
import { kioskAnswerRoutes } from './kiosk-answer.ts'
import { kioskCompanionRoutes } from './kiosk-companions.ts'
import { kioskCheckInRoutes } from './kiosk-check-in.ts'
import { chooseManner, mannerOf } from './kiosk-manner.ts'
import { kioskMatterRoutes } from './kiosk-matters.ts'
import { officeHere, showKiosk, showKioskTrouble } from './kiosk-page.ts'
import { kioskVisitRoutes } from './kiosk-visits.ts'
import { requireDevice } from './require-device.ts'

/**
 * The kiosk: a full screen for those who come, with a booking or without. Every screen is a page of its own and works
 * without script; each button that does something acts once, however often it is pressed.
 */
export function kioskRoutes(web: Web): Router {
  const router = Router()
  router.use('/entrance/kiosk', chooseManner, requireDevice(web, 'kiosk'))

  router.get('/entrance/kiosk', async (_req, res) => {
    const manner = mannerOf(res)
    const t = wordsFor(manner.language)
    const office = officeHere(await cityNow(web.house), res)
    const { offices: openings } = await openingsOn(web.house, web.house.clock.now(office.timeZone).date)
    const { hours = [], appointmentOnly = false } = openings.find(each => each.officeId === office.id) ?? {}
    const isUsual = manner.language === 'pl' && !manner.large && !manner.contrast
    await showKiosk(web, res, 'kiosk-start', {
      title: t('kiosk.start-title'),
      lead: hours.length > 0 ? t('kiosk.open-today', { hours: hoursInWords(hours, manner.language) }) : t('kiosk.closed-today'),
      byAppointment: hours.length > 0 && appointmentOnly,
      isStart: true,
      ...(isUsual && { idle: 0 }),
    })
  })

  router.get('/entrance/kiosk/live', async (_req, res) => {
    const now = web.house.clock.now(officeHere(await cityNow(web.house), res).timeZone)
    res.json({ time: formatTime(now.minute, mannerOf(res).language) })
  })

  router.use(kioskCheckInRoutes(web), kioskMatterRoutes(web), kioskCompanionRoutes(web))
  router.use(kioskVisitRoutes(web), kioskAnswerRoutes(web))
  router.use('/entrance/kiosk', noSuchPage, showKioskTrouble(web))
  return router
}
