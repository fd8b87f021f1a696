import { Router, type Request, type Response } from 'express'
import { isOfficeDate, type OfficeDate } from '../../domain/calendar.ts'
import type { Language } from '../../domain/city.ts'
import { wordsFor } from '../../language/words.ts'
import { BookingRefused } from '../../use-cases/errors.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { stopWaiting, waitForEarlier, type EarlierWish } from '../../use-cases/resident/wait-for-earlier.ts'
import { emailField } from '../contact-fields.ts'
import { languageOf } from '../middleware/language.ts'
import type { Web } from '../web.ts'
import { linkOf } from './booking-values.ts'
import type { EarlierTyped } from './earlier-view.ts'
import { keepPrivate } from './frame.ts'
import { openedBooking, type FoundBooking } from './opened.ts'
import type { FieldError } from './party-form.ts'
import { refusalInWords } from './refusal-words.ts'
import { formOf, textOf, type Form } from './requested.ts'
import { showBooking } from './show-booking.ts'

/** Lets somebody be told of an earlier time, and stops it. */
export function earlierTimeRoutes(web: Web): Router {
  const router = Router()
  router.post('/bookings/:reference/earlier-time', async (req, res) => {
    keepPrivate(res)
    await wait(web, req, res, await openedBooking(web, req))
  })
  router.post('/bookings/:reference/earlier-time/ending', async (req, res) => {
    keepPrivate(res)
    const booking = await openedBooking(web, req)
    await stopWaiting(web.house, booking.reference)
    res.redirect(303, `${linkOf(web, booking)}#earlier`)
  })
  return router
}

async function wait(web: Web, req: Request, res: Response, booking: FoundBooking): Promise<void> {
  const city = await cityNow(web.house)
  const language = languageOf(res)
  const today = web.house.clock.now(city.organisation.timeZone).date
  const { typed, wish, errors } = readWish(formOf(req), booking, today, language)
  if (errors.length > 0) return showBooking(web, req, res, booking, { earlier: typed, errors })
  try {
    await waitForEarlier(web.house, booking.reference, wish)
    res.redirect(303, `${linkOf(web, booking)}#earlier`)
  } catch (error) {
    if (!(error instanceof BookingRefused)) throw error
    const text = refusalInWords(city, error.refusal, booking.date, language)
    await showBooking(web, req, res, booking, { earlier: typed, errors: [{ field: 'email', text }] })
  }
}

function readWish(
  form: Form,
  booking: FoundBooking,
  today: OfficeDate,
  language: Language,
): { typed: EarlierTyped; wish: EarlierWish; errors: FieldError[] } {
  const t = wordsFor(language)
  const typed = {
    email: textOf(form, 'email').slice(0, 300),
    scope: textOf(form, 'scope'),
    until: textOf(form, 'until').trim().slice(0, 20) || booking.date,
  }
  const needsEmail = booking.contact.email === undefined
  const email = emailField.safeParse(typed.email)
  const untilFits = isOfficeDate(typed.until) && today <= typed.until && typed.until <= booking.date
  const emailWrong = typed.email.trim() === '' ? t('error.email-needed') : t('error.email')
  return {
    typed,
    wish: {
      scope: typed.scope === 'any' ? 'any' : 'office',
      until: typed.until,
      ...(needsEmail && email.success && { email: email.data }),
    },
    errors: [
      ...(needsEmail && !email.success ? [{ field: 'email', text: emailWrong }] : []),
      ...(untilFits ? [] : [{ field: 'until', text: t('error.until') }]),
    ],
  }
}
