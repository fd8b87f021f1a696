import { Router } from 'express'
import { wordsFor } from '../../language/words.ts'
import { cancelVisit } from '../../use-cases/resident/cancel-visit.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { cityToName } from '../../use-cases/resident/city-to-name.ts'
import { giveBackHold } from '../../use-cases/resident/give-back-hold.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import type { Web } from '../web.ts'
import { keepPrivate, showResident } from './frame.ts'
import { forgetHold, keyOf, openedBooking } from './opened.ts'
import { timesPath } from './party-query.ts'
import { visitValues } from './visit-view.ts'

/** Calls a visit off: the link shows a page, its button acts, since mail scanners follow links. */
export function cancellationRoutes(web: Web): Router {
  const router = Router()
  router.get('/bookings/:reference/cancellation', async (req, res) => {
    keepPrivate(res)
    const booking = await openedBooking(web, req)
    const key = keyOf(web, booking.reference)
    if (booking.status === 'cancelled') return res.redirect(303, paths.booking(booking.reference, { key }))
    const language = languageOf(res)
    await showResident(web, res, 'resident/cancellation', {
      title: wordsFor(language)('cancel.title'),
      visit: visitValues(await cityToName(web.house), booking, language),
      action: paths.cancellation(booking.reference),
      key,
      keepPath: paths.booking(booking.reference, { key }),
    })
  })
  router.post('/bookings/:reference/cancellation', async (req, res) => {
    keepPrivate(res)
    const booking = await openedBooking(web, req)
    if (booking.status === 'held') {
      await giveBackHold(web.house, booking)
      forgetHold(web, req, res, booking.reference)
      const service = (await cityNow(web.house)).services.find(({ id }) => id === booking.serviceId)
      return res.redirect(
        303,
        service ? timesPath(service, { office: booking.officeId, date: booking.date }, booking) : paths.start(),
      )
    }
    await cancelVisit(web.house, booking.reference)
    res.redirect(303, paths.booking(booking.reference, { key: keyOf(web, booking.reference) }))
  })
  return router
}
