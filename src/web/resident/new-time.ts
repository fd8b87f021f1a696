import { Router } from 'express'
import { keepNewTime } from '../../use-cases/resident/keep-new-time.ts'
import type { Web } from '../web.ts'
import { linkOf } from './booking-values.ts'
import { keepPrivate } from './frame.ts'
import { openedBooking } from './opened.ts'

/** Says that the time to which the office has moved a visit suits. */
export function newTimeRoutes(web: Web): Router {
  return Router().post('/bookings/:reference/new-time', async (req, res) => {
    keepPrivate(res)
    const booking = await openedBooking(web, req)
    await keepNewTime(web.house, booking.reference)
    res.redirect(303, linkOf(web, booking))
  })
}
