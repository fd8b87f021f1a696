import { Router } from 'express'
import { wordsFor } from '../../language/words.ts'
import { lateMinutes, sayLate } from '../../use-cases/resident/say-late.ts'
import { languageOf } from '../middleware/language.ts'
import type { Web } from '../web.ts'
import { linkOf } from './booking-values.ts'
import { keepPrivate } from './frame.ts'
import { openedBooking } from './opened.ts'
import { formOf, textOf } from './requested.ts'
import { showBooking } from './show-booking.ts'

/** Lets the desks know that somebody will be late. */
export function delayRoutes(web: Web): Router {
  return Router().post('/bookings/:reference/delay', async (req, res) => {
    keepPrivate(res)
    const booking = await openedBooking(web, req)
    const minutes = lateMinutes.find(each => String(each) === textOf(formOf(req), 'minutes'))
    if (minutes === undefined) {
      const errors = [{ field: 'late', text: wordsFor(languageOf(res))('error.late') }]
      return showBooking(web, req, res, booking, { errors })
    }
    await sayLate(web.house, booking.reference, minutes)
    res.redirect(303, `${linkOf(web, booking)}#today`)
  })
}
