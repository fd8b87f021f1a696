import type { Request, Response } from 'express'
import type { City } from '../../domain/city.ts'
import { formatMoment } from '../../language/dates.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { languageOf } from '../middleware/language.ts'
import { sendReady } from '../ready-answers.ts'
import { frameFor, pageOf, type PageValues } from '../views.ts'
import type { Web } from '../web.ts'
import { withCallLink } from './call-link.ts'

/** Sends a page for residents: its own values, and what the city says at the head and the foot of every page. */
export async function showResident(web: Web, res: Response, view: string, values: PageValues, status = 200): Promise<void> {
  const city = await cityNow(web.house)
  res
    .status(status)
    .type('html')
    .send(residentPage(web, res, city, view, values))
}

/** A page that stays as it is within a minute, while nothing it is made of has changed. */
export interface StandingPage {
  readonly view: string
  /** Changes whenever the page would, but for its address, its language, the city and the time of day. */
  readonly state: string
  readonly values: () => PageValues
}

/**
 * Sends a page without secrets, made anew only when its state has changed; 304 to whoever has it. None outlives its
 * minute: times pass, and the next version of this program may say the same in other words.
 */
export function sendStanding(web: Web, req: Request, res: Response, city: City, page: StandingPage): void {
  const now = web.house.clock.now(city.organisation.timeZone)
  sendReady(web.ready, req, res, {
    key: `${page.view} ${languageOf(res)} ${req.originalUrl}`,
    state: `${now.date} ${now.minute} ${city.version} ${page.state}`,
    type: 'text/html',
    cacheControl: 'no-cache',
    make: () => residentPage(web, res, city, page.view, page.values()),
  })
}

function residentPage(web: Web, res: Response, city: City, view: string, values: PageValues): string {
  return pageOf(web, view, frameFor(web, res), { ...headAndFoot(web, res, city), ...values })
}

/** Pages that open with a secret, or hold what somebody typed, are kept nowhere on the way. */
export function keepPrivate(res: Response): void {
  res.setHeader('Cache-Control', 'private, no-store')
}

function headAndFoot(web: Web, res: Response, city: City) {
  const now = web.house.clock.now(city.organisation.timeZone)
  const phone = unbroken(city.organisation.phone)
  const dialled = phoneLink(city.organisation.phone)
  return {
    organisation: city.organisation,
    phone,
    phoneLink: dialled,
    callable: (sentence: string) => withCallLink(sentence, phone, dialled),
    nowInWords: formatMoment(now.date, now.minute, languageOf(res)),
  }
}

/** A phone number for a `tel:` link; nine digits alone are a Polish number. */
export function phoneLink(phone: string): string {
  const digits = phone.replace(/[^\d+]/g, '')
  return digits.startsWith('+') ? digits : `+48${digits}`
}

/** A phone number that stays on one line. */
export function unbroken(phone: string): string {
  return phone.replaceAll(' ', '\u00a0')
}
