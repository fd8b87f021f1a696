import { Router, type Response } from 'express'
import { formatReference } from '../../domain/booking/reference.ts'
import { addDays } from '../../domain/calendar.ts'
import type { VisitRequest } from '../../domain/booking/booking.ts'
import { officesOf } from '../../domain/service/offices-of.ts'
import { may } from '../../domain/staff/roles.ts'
import { wordsFor } from '../../language/words.ts'
import { bookForCaller } from '../../use-cases/desk/book-for-caller.ts'
import { BookingRefused } from '../../use-cases/errors.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { offersOf } from '../../use-cases/resident/offers-of.ts'
import { NotAllowed } from '../faults.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import { refusalInWords } from '../resident/refusal-words.ts'
import { formOf, textOf, type Form } from '../resident/requested.ts'
import { readPlace } from '../resident/visit-form.ts'
import { showStaff } from '../staff/frame.ts'
import { requireStaff, staffOf } from '../staff/require-staff.ts'
import type { Web } from '../web.ts'
import { actingPlace, mayInOffice, note } from './acting.ts'
import { placeAsked } from './day.ts'
import { newOnce, onceIn } from './once.ts'
import { officesFor, placeQuery, type DeskPlace } from './place.ts'
import { timeButtons, timeGrid } from './time-values.ts'
import { questionValues, readQuestion } from './visit-question.ts'
import { officeOf } from './walk-ins.ts'

/** Booking for somebody on the phone: matter, time, done. */
export function phoneBookingRoutes(web: Web): Router {
  const router = Router()

  router.get('/desk/phone-bookings', requireStaff(web, 'book-for-resident', { officeOf }), async (req, res) => {
    await showBooking(web, res, await placeAsked(web, req, res, req.query), req.query)
  })

  router.post('/desk/phone-bookings', mayInOffice(web, 'book-for-resident'), async (req, res) => {
    const place = await actingPlace(web, req, res)
    const form = formOf(req)
    const city = await cityNow(web.house)
    const { service, answer } = readQuestion(form, city, languageOf(res))
    const when = readPlace(textOf(form, 'at'))
    const phone = textOf(form, 'phone').trim()
    if (!service || !answer || answer.errors.length > 0 || !when || !isPhone(phone))
      return showBooking(web, res, place, form, { status: 422, phoneWrong: !isPhone(phone) })
    const elsewhere = textOf(form, 'at-office') || place.office.id
    if (!may(staffOf(res).roles, 'book-for-resident', elsewhere)) throw new NotAllowed()

    const request = { officeId: elsewhere, serviceId: service.id, ...when, ...answer.asked }
    try {
      const contact = { language: languageOf(res), ...(phone !== '' && { phone }) }
      const { booking } = await bookForCaller(web.house, request, contact, onceIn(form, request))
      await note(web, res, { office: { ...place.office, id: elsewhere }, date: booking.date }, noteOf(booking.reference))
      res.redirect(303, paths.deskBooking(formatReference(booking.reference), placeQuery(place)))
    } catch (error) {
      if (!(error instanceof BookingRefused)) throw error
      return showBooking(web, res, place, form, { status: 409, refused: error, request: { ...request, channel: 'phone' } })
    }
  })

  return router
}

function noteOf(reference: string) {
  return { action: 'book-for-resident', about: reference.slice(-4) }
}

/** Digits as people write them; nothing is right too. */
function isPhone(typed: string): boolean {
  return typed === '' || /^\+?[\d\s()-]{7,24}$/.test(typed)
}

interface Again {
  readonly status: number
  readonly phoneWrong?: boolean
  readonly refused?: BookingRefused
  readonly request?: VisitRequest
}

async function showBooking(web: Web, res: Response, place: DeskPlace, form: Form, again?: Again): Promise<void> {
  const language = languageOf(res)
  const t = wordsFor(language)
  const city = await cityNow(web.house)
  const question = readQuestion(form, city, language)
  const { service, answer } = question
  const isAsked = service !== undefined && answer !== undefined && answer.errors.length === 0
  const offers = isAsked
    ? await offersOf(web.house, {
        ...{ serviceId: service.id, officeIds: theirOffices(), ...answer.asked, channel: 'phone' as const },
        from: place.today,
        to: addDays(place.today, city.policy.horizonDays),
      })
    : undefined
  const here = offers?.offices.find(({ officeId }) => officeId === place.office.id)
  const values = questionValues(city, place, question, language, true)
  const missing = again && !service ? [{ field: 'service', text: t('desk.choose-matter') }] : []
  const phoneWrong = again?.phoneWrong ? [{ field: 'phone', text: t('desk.phone-wrong') }] : []
  await showStaff(
    web,
    res,
    'desk/phone-booking',
    {
      ...values,
      title: t('desk.phone-title'),
      errors: [...missing, ...phoneWrong, ...('errors' in values ? values.errors : [])],
      officeName: place.office.name[language],
      offices: officesFor(city, staffOf(res), 'book-for-resident').map(({ id, name }) => ({ id, name: name[language] })),
      officeId: place.office.id,
      phone: textOf(form, 'phone').slice(0, 24),
      grid: here ? timeGrid(here.days, language) : undefined,
      noneBecause: here?.days.every(({ times }) => times.length === 0)
        ? refusalInWords(city, here.days[0]?.refusal ?? { reason: 'no-desk' }, place.today, language)
        : undefined,
      others: (offers?.offices ?? [])
        .filter(({ officeId }) => officeId !== place.office.id)
        .flatMap(({ officeId, days }) => {
          const day = days.find(({ times }) => times.length > 0)
          const first = day?.times[0]
          return day && first ? timeButtons(city, place, [{ officeId, date: day.date, start: first.start }], language) : []
        }),
      refused: again?.refused &&
        again.request && {
          why: refusalInWords(city, again.refused.refusal, again.request.date, language),
          times: timeButtons(city, place, again.refused.alternatives, language),
        },
      query: placeQuery(place),
      once: newOnce(web.house),
      back: paths.desk(placeQuery(place)),
      styles: ['desk.css'],
      scripts: ['desk.js'],
    },
    again?.status ?? 200,
  )

  function theirOffices(): string[] {
    const doing = service ? officesOf(city, service).map(({ id }) => id) : []
    return officesFor(city, staffOf(res), 'book-for-resident')
      .map(({ id }) => id)
      .filter(id => doing.includes(id))
  }
}
