import { Router, type Request, type Response } from 'express'
import type { Language } from '../../domain/city.ts'
import { officesOf } from '../../domain/service/offices-of.ts'
import type { Status } from '../../domain/booking/status.ts'
import { formatReference } from '../../domain/booking/reference.ts'
import { formatMoment } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { BookingRefused } from '../../use-cases/errors.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { moveVisit } from '../../use-cases/resident/move-visit.ts'
import { offersOf } from '../../use-cases/resident/offers-of.ts'
import { officeNamed, serviceNamed } from '../api/known.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import type { Web } from '../web.ts'
import { keepPrivate, showResident } from './frame.ts'
import { keyOf, openedBooking, type FoundBooking } from './opened.ts'
import { formOf, textOf } from './requested.ts'
import { showTaken } from './taken.ts'
import { timesValues } from './times-view.ts'
import { readPlace } from './visit-form.ts'
import { windowOf } from './window.ts'

/** Moves a visit to another time or office; the old place is kept until the new one is sure. */
export function moveRoutes(web: Web): Router {
  const router = Router()
  router.get('/bookings/:reference/move', async (req, res) => {
    keepPrivate(res)
    await showMove(web, req, res, await openedBooking(web, req))
  })
  router.post('/bookings/:reference/move', async (req, res) => {
    keepPrivate(res)
    await move(web, req, res, await openedBooking(web, req))
  })
  return router
}

async function move(web: Web, req: Request, res: Response, booking: FoundBooking): Promise<void> {
  const form = formOf(req)
  const key = keyOf(web, booking.reference)
  const office = officeNamed(await cityNow(web.house), textOf(form, 'office'))
  const place = readPlace(textOf(form, 'at'))
  if (!place) return showMove(web, req, res, booking, 422)
  try {
    await moveVisit(web.house, booking.reference, { officeId: office.id, ...place })
    res.redirect(303, paths.booking(booking.reference, { key, moved: 1 }))
  } catch (error) {
    if (!(error instanceof BookingRefused)) throw error
    await showTaken(web, res, {
      refused: error,
      request: { ...booking, officeId: office.id, ...place },
      action: paths.move(booking.reference),
      kept: [['key', key]],
      allTimes: paths.move(booking.reference, { key, office: office.id }),
      ...(booking.status !== 'displaced' && { standing: keptVisit(booking, key, languageOf(res)) }),
    })
  }
}

function keptVisit({ reference, date, start }: FoundBooking, key: string, language: Language) {
  const t = wordsFor(language)
  return {
    sentence: t('times.moving-more', { moment: formatMoment(date, start, language) }),
    path: paths.booking(reference, { key }),
    goOn: t('times.keep'),
  }
}

async function showMove(web: Web, req: Request, res: Response, booking: FoundBooking, status = 200): Promise<void> {
  const language = languageOf(res)
  const city = await cityNow(web.house)
  const service = serviceNamed(city, booking.serviceId)
  const key = keyOf(web, booking.reference)
  if (!movable.has(booking.status)) return res.redirect(303, paths.booking(booking.reference, { key }))

  const asked = textOf(req.query, 'office')
  const officeId = asked === '' ? booking.officeId : officeNamed(city, asked).id
  const today = web.house.clock.now(city.organisation.timeZone).date
  const shown = windowOf(textOf(req.query, 'date'), today, city.policy.horizonDays)
  const { offices } = await offersOf(web.house, { ...booking, officeIds: [officeId], from: shown.from, to: shown.to })
  const moment = formatMoment(booking.date, booking.start, language)
  const reference = formatReference(booking.reference)
  await showResident(
    web,
    res,
    'resident/times',
    {
      title: wordsFor(language)('times.moving', { reference }),
      scripts: ['times.js'],
      ...timesValues({ city, service, officeId, language, today, shown, days: offices[0]?.days ?? [], needs: booking.needs }),
      errors: status === 422 ? [{ field: 'times', text: wordsFor(language)('error.time') }] : [],
      officePath: (id: string) => paths.move(booking.reference, { key, office: id }),
      dayPath: (date: string) => paths.move(booking.reference, { key, office: officeId, date }),
      otherOffices: officesOf(city, service)
        .filter(({ id }) => id !== officeId)
        .map(({ id, name }) => ({ name: name[language], path: paths.move(booking.reference, { key, office: id }) })),
      action: paths.move(booking.reference),
      hidden: [
        ['key', key],
        ['office', officeId],
      ],
      moving: { reference, moment, keepPath: paths.booking(booking.reference, { key }) },
    },
    status,
  )
}

/** Whoever lost a place may choose another. Of the rest the page of the visit tells what has become of it. */
const movable: ReadonlySet<Status> = new Set(['held', 'booked', 'displaced'])
