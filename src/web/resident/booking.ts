import { Router } from 'express'
import { formatReference } from '../../domain/booking/reference.ts'
import { calendarEntry } from '../../use-cases/resident/calendar-entry.ts'
import type { Web } from '../web.ts'
import { addressOf } from './address.ts'
import { linkOf } from './booking-values.ts'
import { keepPrivate } from './frame.ts'
import { openedBooking } from './opened.ts'
import { showBooking } from './show-booking.ts'

/** One booking, for whoever has its secret: the hold, the confirmation, or what has become of it; and its calendar file. */
export function bookingRoutes(web: Web): Router {
  const router = Router()
  router.get('/bookings/:reference', async (req, res) => {
    keepPrivate(res)
    await showBooking(web, req, res, await openedBooking(web, req))
  })
  router.get('/bookings/:reference/calendar.ics', async (req, res) => {
    keepPrivate(res)
    const booking = await openedBooking(web, req)
    const file = await calendarEntry(web.house, booking, addressOf(web, req, linkOf(web, booking)))
    res.setHeader('Content-Type', `text/calendar; charset=utf-8; method=${file.method}`)
    res.setHeader('Content-Disposition', `attachment; filename="okienko-${formatReference(booking.reference)}.ics"`)
    res.send(file.content)
  })
  return router
}
