import { Router, type Request } from 'express'
import type { City, Language } from '../../domain/city.ts'
import type { Moment } from '../../domain/calendar.ts'
import { formatReference } from '../../domain/booking/reference.ts'
import { wordsFor } from '../../language/words.ts'
import { calendarEntry } from '../../use-cases/resident/calendar-entry.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import { pinOf } from '../secrets.ts'
import type { Web } from '../web.ts'
import { addressOf } from './address.ts'
import { showDetails } from './details.ts'
import { keepPrivate, showResident } from './frame.ts'
import { keyOf, openedBooking, type FoundBooking } from './opened.ts'
import { timesPath } from './party-query.ts'
import { qrCode } from './qr-code.ts'
import { textOf } from './requested.ts'
import { conductInWords, visitValues } from './visit-view.ts'

/** One booking, for whoever has its secret: the hold, the confirmation, or what has become of it; and its calendar file. */
export function bookingRoutes(web: Web): Router {
  const router = Router()
  router.get('/bookings/:reference', async (req, res) => {
    keepPrivate(res)
    const booking = await openedBooking(web, req)
    const language = languageOf(res)
    const city = await cityNow(web.house)
    const now = web.house.clock.now(city.organisation.timeZone)
    const standing = standingOf(booking, now)
    if (standing === 'held') return showDetails(web, res, booking)
    await showResident(web, res, standing === 'booked' ? 'resident/confirmed' : 'resident/past', {
      title: titleOf(standing, language),
      scripts: ['print.js'],
      standing,
      ...(await bookingValues(web, req, city, booking, language)),
      moved: textOf(req.query, 'moved') !== '',
    })
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

/** What the page of a booking and its slip are made of. */
export async function bookingValues(web: Web, req: Request, city: City, booking: FoundBooking, language: Language) {
  const key = keyOf(web, booking.reference)
  const service = city.services.find(({ id }) => id === booking.serviceId)
  return {
    visit: visitValues(city, booking, language),
    conduct: conductInWords(city, booking, language),
    pin: pinOf(web.settings.secret, booking.reference),
    qr: await qrCode(addressOf(web, req, linkOf(web, booking))),
    mailed: booking.contact.email !== undefined,
    links: {
      booking: linkOf(web, booking),
      calendar: paths.calendarFile(booking.reference, { key }),
      slip: paths.slip(booking.reference, { key }),
      largeSlip: paths.slip(booking.reference, { key, size: 'large' }),
      move: paths.move(booking.reference, { key }),
      cancel: paths.cancellation(booking.reference, { key }),
      again: service ? timesPath(service, { office: booking.officeId }, booking) : paths.start(),
      find: addressOf(web, req, paths.find()),
    },
  }
}

type Standing = 'held' | 'booked' | 'cancelled' | 'expired' | 'displaced' | 'past'

function standingOf({ status, date, end }: FoundBooking, now: Moment): Standing {
  if (status === 'held' || status === 'cancelled' || status === 'expired' || status === 'displaced') return status
  const over = date < now.date || (date === now.date && end <= now.minute)
  return over || status === 'served' || status === 'no-show' ? 'past' : 'booked'
}

function titleOf(standing: Exclude<Standing, 'held'>, language: Language): string {
  const t = wordsFor(language)
  return standing === 'booked' ? t('confirmed.title') : t(`booking.${standing}-title`)
}

function linkOf(web: Web, booking: FoundBooking): string {
  return paths.booking(booking.reference, { key: keyOf(web, booking.reference) })
}
