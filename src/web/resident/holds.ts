import { Router } from 'express'
import { BookingRefused } from '../../use-cases/errors.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { holdVisit } from '../../use-cases/resident/hold-visit.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import type { Web } from '../web.ts'
import { keepPrivate } from './frame.ts'
import { holdOf, keyOf, rememberHold } from './opened.ts'
import { formOf } from './requested.ts'
import { showTaken } from './taken.ts'
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

    const replaces = holdOf(web, req)
    try {
      const hold = await holdVisit(web.house, request, { language }, replaces === undefined ? {} : { replaces })
      rememberHold(web, req, res, hold.reference, city.policy.holdMinutes)
      res.redirect(303, paths.booking(hold.reference, { key: keyOf(web, hold.reference) }))
    } catch (error) {
      if (!(error instanceof BookingRefused)) throw error
      await showTaken(web, res, { refused: error, request, action: paths.holds(), kept: [] })
    }
  })
}
