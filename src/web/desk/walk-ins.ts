import { Router, type Request, type Response } from 'express'
import type { Refusal } from '../../domain/booking/refusal.ts'
import type { City, Language } from '../../domain/city.ts'
import { wordsFor } from '../../language/words.ts'
import { formatReference } from '../../domain/booking/reference.ts'
import { admitWalkIn, type Admission } from '../../use-cases/desk/admit-walk-in.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import { refusalInWords } from '../resident/refusal-words.ts'
import { formOf, textOf, type Form } from '../resident/requested.ts'
import { showStaff } from '../staff/frame.ts'
import { requireStaff } from '../staff/require-staff.ts'
import type { Web } from '../web.ts'
import { actingPlace, mayInOffice, note } from './acting.ts'
import { timeButtons } from './time-values.ts'
import { placeAsked } from './day.ts'
import { newOnce, onceIn } from './once.ts'
import { placeQuery, type DeskPlace } from './place.ts'
import { questionValues, readQuestion } from './visit-question.ts'

/** Somebody came without a booking: a ticket for now, or the nearest times. */
export function walkInRoutes(web: Web): Router {
  const router = Router()

  router.get('/desk/walk-ins', requireStaff(web, 'check-in', { officeOf }), async (req, res) => {
    const place = await placeAsked(web, req, res, req.query)
    await showWalkIn(web, res, place, req.query)
  })

  router.post('/desk/walk-ins', mayInOffice(web, 'check-in'), async (req, res) => {
    const place = await actingPlace(web, req, res)
    const form = formOf(req)
    const language = languageOf(res)
    const city = await cityNow(web.house)
    const { service, answer } = readQuestion(form, city, language)
    if (!service || !answer || answer.errors.length > 0) return showWalkIn(web, res, place, form, { status: 422 })

    const asked = { officeId: place.office.id, serviceId: service.id, ...answer.asked, channel: 'walk-in' as const, language }
    const admission = await admitWalkIn(web.house, asked, onceIn(form, asked))
    if (admission.kind === 'later') return showWalkIn(web, res, place, form, { status: 409, admission })

    const { booking, ticket } = admission.visit
    await note(web, res, place, { action: 'admit', about: ticket.code })
    res.redirect(303, paths.deskBooking(formatReference(booking.reference), placeQuery(place)))
  })

  return router
}

/** The office that an address names. */
export function officeOf(req: Request): string | undefined {
  return textOf(req.query, 'office') || undefined
}

/** Whoever stands here asks for now: a time that is past is no answer. */
function whyLater(city: City, refusal: Refusal, { today }: DeskPlace, language: Language): string {
  if (refusal.reason === 'in-the-past') return wordsFor(language)('desk.no-more-today')
  return refusalInWords(city, refusal, today, language)
}

interface Again {
  readonly status: number
  readonly admission?: Extract<Admission, { kind: 'later' }>
}

async function showWalkIn(web: Web, res: Response, place: DeskPlace, form: Form, again?: Again): Promise<void> {
  const language = languageOf(res)
  const t = wordsFor(language)
  const city = await cityNow(web.house)
  const question = readQuestion(form, city, language)
  const missing = again && !question.service ? [{ field: 'service', text: t('desk.choose-matter') }] : []
  const values = questionValues(city, place, question, language, false)
  await showStaff(
    web,
    res,
    'desk/walk-in',
    {
      ...values,
      title: t('desk.walk-in-title'),
      errors: [...missing, ...('errors' in values ? values.errors : [])],
      officeName: place.office.name[language],
      query: placeQuery(place),
      once: newOnce(web.house),
      later: again?.admission && {
        why: whyLater(city, again.admission.refusal, place, language),
        times: timeButtons(city, place, again.admission.alternatives, language),
      },
      back: paths.desk(placeQuery(place)),
      styles: ['desk.css'],
      scripts: ['desk.js'],
    },
    again?.status ?? 200,
  )
}
