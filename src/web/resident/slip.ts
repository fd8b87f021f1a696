import { Router } from 'express'
import { wordsFor } from '../../language/words.ts'
import { cityToName } from '../../use-cases/resident/city-to-name.ts'
import { languageOf } from '../middleware/language.ts'
import type { Web } from '../web.ts'
import { bookingValues } from './booking-values.ts'
import { keepPrivate, showResident } from './frame.ts'
import { openedBooking } from './opened.ts'
import { textOf } from './requested.ts'

/** The confirmation as a sheet of paper, A4, in normal or large print. */
export function slipRoutes(web: Web): Router {
  return Router().get('/bookings/:reference/slip', async (req, res) => {
    keepPrivate(res)
    const booking = await openedBooking(web, req)
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
