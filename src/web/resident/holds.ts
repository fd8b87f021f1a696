import { Router } from 'express'
import type { Language } from '../../domain/city.ts'
import { formatMoment, formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { momentOf } from '../../time.ts'
import { BookingRefused } from '../../use-cases/errors.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { findBooking } from '../../use-cases/resident/find-booking.ts'
import { holdVisit } from '../../use-cases/resident/hold-visit.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import type { Web } from '../web.ts'
import { keepPrivate } from './frame.ts'
import { nameField, newPageName, pageName } from './once.ts'
import { holdOf, keyOf, rememberHold } from './opened.ts'
import { formOf } from './requested.ts'
import { showTaken, type Taken } from './taken.ts'
import { showWrongVisit } from './wrong-visit.ts'
import { readVisit } from './visit-form.ts'

/** Keeps a chosen time while the form is filled in: one for each browser. */
export function holdsRoutes(web: Web): Router {
  return Router().post(paths.holds(), async (req, res) => {
    keepPrivate(res)
    const language = languageOf(res)
    const city = await cityNow(web.house)
    const form = formOf(req)
    const { request, errors } = readVisit(form, city, language)
    if (!request) return showWrongVisit(web, res, form, errors)

    const before = holdOf(web, req)
    const page = pageName(form)
    const replaces = before ?? page
    try {
      const hold = await holdVisit(web.house, request, { language }, replaces === undefined ? {} : { replaces })
      rememberHold(web, req, res, hold.reference, city.policy.holdMinutes)
      res.redirect(303, paths.booking(hold.reference, { key: keyOf(web, hold.reference) }))
    } catch (error) {
      if (!(error instanceof BookingRefused)) throw error
      const standing = before === undefined ? undefined : await standingHold(web, before, language)
      await showTaken(web, res, {
        refused: error,
        request,
        action: paths.holds(),
        kept: [nameField(page ?? newPageName(web))],
        ...(standing && { standing }),
      })
    }
  })
}

/** What a browser goes on with that was refused another time, while its hold lasts. */
async function standingHold(web: Web, reference: string, language: Language): Promise<Taken['standing']> {
  const hold = await findBooking(web.house, reference)
  if (hold?.status !== 'held' || hold.expiresAt === undefined || hold.expiresAt <= web.house.clock.instant()) return undefined
  const t = wordsFor(language)
  const { timeZone } = (await cityNow(web.house)).organisation
  return {
    sentence: t('taken.hold-stands', {
      moment: formatMoment(hold.date, hold.start, language),
      time: formatTime(momentOf(hold.expiresAt, timeZone).minute, language),
    }),
    path: paths.booking(reference, { key: keyOf(web, reference) }),
    goOn: t('taken.go-on'),
  }
}
