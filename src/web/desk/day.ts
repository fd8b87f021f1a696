import { Router, type Request, type Response } from 'express'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { languageOf } from '../middleware/language.ts'
import { textOf } from '../resident/requested.ts'
import { liesReady, sendReady } from '../ready-answers.ts'
import { showStaff, staffPage } from '../staff/frame.ts'
import { requireStaff, staffOf } from '../staff/require-staff.ts'
import { frameFor } from '../views.ts'
import type { Web } from '../web.ts'
import { askedPlace, placeOf, placeQuery, type DeskPlace } from './place.ts'
import { rememberedPlace, rememberPlace } from './remembered.ts'
import { pageValues, screenAt, screenValues, type Screen } from './screen-values.ts'
import type { Message } from './told.ts'

/** The schedule of a day: the page that a clerk works on. */
export function dayRoutes(web: Web): Router {
  const router = Router()

  router.get('/desk', requireStaff(web, 'see-day'), async (req, res) => {
    const place = await placeAsked(web, req, res, req.query)
    if (textOf(req.query, 'office') !== '') rememberPlace(res, place)
    if (textOf(req.query, 'q') !== '' || textOf(req.query, 'said') !== '') return showDay(web, res, place)
    await sendDay(web, req, res, place, 'page', async screen =>
      staffPage(web, res, 'desk/day', await pageValues(web, res, place, screen)),
    )
  })

  // The same for a screen that refreshes itself: only what changes, and it keeps nobody signed in.
  router.get('/desk/live', requireStaff(web, 'see-day', { passive: true }), async (req, res) => {
    const place = await placeAsked(web, req, res, req.query)
    const make = async (screen: Screen) =>
      web.views('desk/live', { ...frameFor(web, res), ...(await screenValues(web, res, place, screen)), message: undefined })
    if (textOf(req.query, 'q') !== '') return res.type('html').send(await make(await screenAt(web, res, place)))
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
async function sendDay(
  web: Web,
  req: Request,
  res: Response,
  place: DeskPlace,
  what: string,
  make: (screen: Screen) => Promise<string>,
) {
  const screen = await screenAt(web, res, place)
  const { number, roles } = staffOf(res)
  const reader = [number, roles, languageOf(res), placeQuery(place)]
  const key = `desk ${what} ${req.originalUrl} ${JSON.stringify(reader)}`
  const { office, lastPack, devices } = screen
  const state = `${office.etag} ${office.now.date} ${office.now.minute} ${lastPack ?? ''} ${devices ?? ''}`
  const text = liesReady(web.ready, { key, state }) ? '' : await make(screen)
  sendReady(web.ready, req, res, { key, state, type: 'text/html', cacheControl: 'private, no-store', make: () => text })
}

/** Shows the day, with what came of something that was done. */
export async function showDay(web: Web, res: Response, place: DeskPlace, message?: Message, status = 200): Promise<void> {
  await showStaff(web, res, 'desk/day', await pageValues(web, res, place, await screenAt(web, res, place), message), status)
}
