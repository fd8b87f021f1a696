import { Router } from 'express'
import type { Status } from '../../domain/booking/status.ts'
import { wordsFor } from '../../language/words.ts'
import { cityToName } from '../../use-cases/resident/city-to-name.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import type { Web } from '../web.ts'
import { bookingValues } from './booking-values.ts'
import { keepPrivate, showResident } from './frame.ts'
import { keyOf, openedBooking } from './opened.ts'
import { textOf } from './requested.ts'

/** The confirmation as a sheet of paper, A4, in normal or large print. */
export function slipRoutes(web: Web): Router {
  return Router().get('/bookings/:reference/slip', async (req, res) => {
    keepPrivate(res)
    const booking = await openedBooking(web, req)
    if (unconfirmed.has(booking.status)) {
      return res.redirect(303, paths.booking(booking.reference, { key: keyOf(web, booking.reference) }))
    }
    const language = languageOf(res)
    const city = await cityToName(web.house)
    await showResident(web, res, 'resident/slip', {
      title: wordsFor(language)('slip.title'),
      scripts: ['print.js'],
      large: textOf(req.query, 'size') === 'large',
      ...(await bookingValues(web, req, city, booking, language)),
    })
  })
}

/** Nothing of these is promised, so nothing is printed: the page says what has become of the visit. */
const unconfirmed: ReadonlySet<Status> = new Set(['held', 'cancelled', 'expired', 'displaced'])
