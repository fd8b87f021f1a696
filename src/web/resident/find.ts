import { Router, type Response } from 'express'
import { faultInReference, parseReference } from '../../domain/booking/reference.ts'
import { wordsFor } from '../../language/words.ts'
import { findBooking } from '../../use-cases/resident/find-booking.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import { isPinOf } from '../secrets.ts'
import type { Web } from '../web.ts'
import { fewTries } from './few-tries.ts'
import { keepPrivate, showResident } from './frame.ts'
import { keyOf } from './opened.ts'
import type { FieldError } from './party-form.ts'
import { formOf, textOf, type Form } from './requested.ts'

/** Finds a booking again by what stands on paper: its reference and its six digits. */
export function findRoutes(web: Web): Router {
  const countTry = fewTries()
  const router = Router()
  router.get(paths.find(), (_req, res) => showForm(web, res, {}, [], 200))
  router.post(paths.find(), async (req, res) => {
    keepPrivate(res)
    const t = wordsFor(languageOf(res))
    const form = formOf(req)
    const typed = textOf(form, 'reference')
    const reference = parseReference(typed)
    const pin = textOf(form, 'pin').replace(/\D/g, '')
    const errors = [
      ...(reference === undefined ? [{ field: 'reference', text: t(`find.error-${faultInReference(typed)}`) }] : []),
      ...(pin.length === 6 ? [] : [{ field: 'pin', text: t('find.error-pin') }]),
    ]
    if (reference === undefined || errors.length > 0) return showForm(web, res, form, errors, 422)

    await countTry(req.ip ?? '', reference)
    const booking = isPinOf(web.settings.secret, reference, pin) ? await findBooking(web.house, reference) : undefined
    if (!booking) return showForm(web, res, form, [{ field: 'reference', text: t('find.error-unknown') }], 422)
    res.redirect(303, paths.booking(reference, { key: keyOf(web, reference) }))
  })
  return router
}

async function showForm(web: Web, res: Response, form: Form, errors: readonly FieldError[], status: number): Promise<void> {
  const typed = { reference: textOf(form, 'reference').slice(0, 40), pin: textOf(form, 'pin').slice(0, 20) }
  await showResident(web, res, 'resident/find', { title: wordsFor(languageOf(res))('find.title'), typed, errors }, status)
}
