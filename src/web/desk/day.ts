import { Router, type Request, type Response } from 'express'
import { addDays } from '../../domain/calendar.ts'
import { may } from '../../domain/staff/roles.ts'
import { wordsFor } from '../../language/words.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { dayAtDesks } from '../../use-cases/desk/day-at-desks.ts'
import { paperIsOld } from '../../use-cases/paper/paper-state.ts'
import { deviceLine } from '../entrance/device-line.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import { textOf } from '../resident/requested.ts'
import { liesReady, sendReady } from '../ready-answers.ts'
import { showStaff, staffPage } from '../staff/frame.ts'
import { requireStaff, staffOf } from '../staff/require-staff.ts'
import { frameFor } from '../views.ts'
import type { Web } from '../web.ts'
import type { Powers } from './actions.ts'
import { placeChoices } from './choices.ts'
import { dayValues } from './day-values.ts'
import { foundElsewhere } from './found-elsewhere.ts'
import { askedPlace, placeOf, placeQuery, scopeOf, type DeskPlace } from './place.ts'
import { rememberedPlace, rememberPlace } from './remembered.ts'
import { inWords, toldIn, type Message } from './told.ts'

/** The schedule of a day: the page that a clerk works on. */
export function dayRoutes(web: Web): Router {
  const router = Router()

  router.get('/desk', requireStaff(web, 'see-day'), async (req, res) => {
    const place = await placeAsked(web, req, res, req.query)
    if (textOf(req.query, 'office') !== '') rememberPlace(res, place)
    if (textOf(req.query, 'q') !== '' || textOf(req.query, 'said') !== '') return showDay(web, res, place)
    await sendDay(web, req, res, place, 'page', async () => staffPage(web, res, 'desk/day', await pageValues(web, res, place)))
  })

  // The same for a screen that refreshes itself: only what changes, and it keeps nobody signed in.
  router.get('/desk/live', requireStaff(web, 'see-day', { passive: true }), async (req, res) => {
    const place = await placeAsked(web, req, res, req.query)
    const make = async () =>
      web.views('desk/live', { ...frameFor(web, res), ...(await valuesOf(web, res, place)), message: undefined })
    if (textOf(req.query, 'q') !== '') return res.type('html').send(await make())
    await sendDay(web, req, res, place, 'live', make)
  })

  return router
}

/** The place that an address or a form names, as this person may see it. @throws {NotFound} @throws {NotAllowed} */
export async function placeAsked(web: Web, req: Request, res: Response, given: unknown): Promise<DeskPlace> {
  const city = await cityNow(web.house)
  return placeOf(city, staffOf(res), askedPlace(given), rememberedPlace(req), zone => web.house.clock.now(zone))
}

/** Sends what shows a day; made anew only if the day, the minute or the reader is another. */
async function sendDay(web: Web, req: Request, res: Response, place: DeskPlace, what: string, make: () => Promise<string>) {
  const { etag } = await dayAtDesks(web.house, { officeId: place.office.id, date: place.date })
  const { number, roles } = staffOf(res)
  const reader = [number, roles, languageOf(res), placeQuery(place)]
  const key = `desk ${what} ${req.originalUrl} ${JSON.stringify(reader)}`
  const { date, minute } = web.house.clock.now(place.office.timeZone)
  const state = `${etag} ${date} ${minute}`
  const text = liesReady(web.ready, { key, state }) ? '' : await make()
  sendReady(web.ready, req, res, { key, state, type: 'text/html', cacheControl: 'private, no-store', make: () => text })
}

/** Shows the day, with what came of something that was done. */
export async function showDay(web: Web, res: Response, place: DeskPlace, message?: Message, status = 200): Promise<void> {
  await showStaff(web, res, 'desk/day', await pageValues(web, res, place, message), status)
}

async function pageValues(web: Web, res: Response, place: DeskPlace, message?: Message) {
  const language = languageOf(res)
  const city = await cityNow(web.house)
  const told = toldIn(res.req.query)
  return {
    ...(await valuesOf(web, res, place)),
    title: wordsFor(language)('desk.title'),
    officeName: place.office.name[language],
    message: message ?? (told && inWords(city, told, language)),
    choices: placeChoices(city, staffOf(res), place, language),
    wide: true,
    styles: ['desk.css'],
    scripts: ['desk.js'],
  }
}

async function valuesOf(web: Web, res: Response, place: DeskPlace) {
  const language = languageOf(res)
  const city = await cityNow(web.house)
  const key = { officeId: place.office.id, date: place.date }
  const office = await dayAtDesks(web.house, key)
  const day = place.scope === '' ? office : await dayAtDesks(web.house, key, scopeOf(place))
  const search = textOf(res.req.query, 'q').trim().slice(0, 50)
  const number = /^\d{1,9}$/.exec(textOf(res.req.query, 'visit'))?.[0]
  const powers = powersOf(res, place, office)
  const query = placeQuery(place)
  const back = paths.desk(query)
  const values = dayValues({
    ...{ city, place, day, office, powers, language, search },
    visit: number === undefined ? undefined : Number(number),
  })
  const isLost = search !== '' && values.sections.every(({ lines }) => lines.length === 0)
  return {
    ...values,
    ...{ query, back, search, view: place.view, all: place.all, officeId: place.office.id, date: place.date },
    paperIsOld: powers.isToday && may(staffOf(res).roles, 'print-day', place.office.id) && (await paperIsOld(web.house, key)),
    devices: powers.isToday ? await deviceLine(web.house, place.office.id, language) : undefined,
    elsewhere: isLost ? await foundElsewhere(web.house, city, place, search, language) : undefined,
    toggleAll: paths.desk({ ...query, all: place.all ? '0' : '1' }),
    otherView: paths.desk({ ...query, view: place.view === 'time' ? 'desk' : 'time' }),
    dayBefore: paths.desk({ ...query, date: addDays(place.date, -1) }),
    dayAfter: paths.desk({ ...query, date: addDays(place.date, 1) }),
    todayPath: paths.desk({ ...query, date: undefined }),
    rowBase: `${back}${back.includes('?') ? '&' : '?'}visit=`,
    may: {
      receive: powers.receives,
      book: may(staffOf(res).roles, 'book-for-resident', place.office.id),
      change: may(staffOf(res).roles, 'change-day', place.office.id),
      print: may(staffOf(res).roles, 'print-day', place.office.id),
    },
    live: { page: paths.deskLive(), changes: paths.deskChanges({ office: place.office.id, date: place.date }) },
  }
}

function powersOf(
  res: Response,
  { office, desk, date, today, nowMinute }: DeskPlace,
  day: Awaited<ReturnType<typeof dayAtDesks>>,
): Powers {
  const { roles } = staffOf(res)
  const busy = day.desks.find(each => each.desk.id === desk?.id)?.bookingNumber
  return {
    serves: may(roles, 'serve', office.id),
    receives: may(roles, 'check-in', office.id),
    isToday: date === today,
    freeDesk: desk !== undefined && busy === undefined,
    nowMinute,
  }
}
