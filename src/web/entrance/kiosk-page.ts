import type { ErrorRequestHandler, Response } from 'express'
import type { City } from '../../domain/city.ts'
import { formatDate, formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { NotFound } from '../../use-cases/errors.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { traceOf } from '../errors.ts'
import { faultOf } from '../faults.ts'
import { paths, type Query } from '../paths.ts'
import { showPage, type PageValues } from '../views.ts'
import type { Web } from '../web.ts'
import { mannerOf, mannerQuery } from './kiosk-manner.ts'
import { deviceOf } from './require-device.ts'

/** After so many seconds without a touch a screen returns to the start; it asks fifteen seconds before. */
const idleSeconds = 60

/** What a screen says besides what stands on every one. */
export interface KioskScreen extends PageValues {
  readonly lead?: string
  /** Another patience than the usual one. */
  readonly idle?: number
}

/** Sends a screen of a kiosk. */
export async function showKiosk(web: Web, res: Response, view: string, screen: KioskScreen, status = 200): Promise<void> {
  const city = await cityNow(web.house)
  const manner = mannerOf(res)
  const office = officeHere(city, res)
  const now = web.house.clock.now(office.timeZone)
  const values = {
    ...{ layout: 'kiosk', office: office.name[manner.language], address: office.address, manner, to: linkMaker(res) },
    date: formatDate(now.date, manner.language, 'day'),
    time: formatTime(now.minute, manner.language),
    startPath: paths.entranceKiosk(),
    idle: manner.large ? 2 * idleSeconds : idleSeconds,
    organisation: city.organisation.name[manner.language],
    inManner: (changes: Query) => withManner(res, changes),
    ...screen,
  }
  showPage(web, res, `entrance/${view}`, values, status)
}

/** The office at which this kiosk stands. @throws {NotFound} if the city knows it no more */
export function officeHere(city: City, res: Response): City['offices'][number] {
  const office = city.offices.find(({ id }) => id === deviceOf(res).officeId)
  if (!office) throw new NotFound('office')
  return office
}

/** Makes addresses of this kiosk in the visitor's manner. */
export function linkMaker(res: Response): (make: (query: Query) => string, query?: Query) => string {
  const kept = mannerQuery(mannerOf(res))
  return (make, query = {}) => make({ ...query, ...kept })
}

/** Whatever goes wrong at a kiosk is said on a screen that leads nowhere else. */
export function showKioskTrouble(web: Web): ErrorRequestHandler {
  return async (error, _req, res, next) => {
    const { status } = faultOf(error)
    if (status === 401 || status === 403 || res.headersSent) return next(error)
    if (status >= 500) web.logger.error({ id: res.locals['requestId'] as unknown, ...traceOf(error) }, 'kiosk failed')
    const t = wordsFor(mannerOf(res).language)
    const words = status >= 500 ? 'trouble' : 'lost-way'
    try {
      await showKiosk(
        web,
        res,
        'kiosk-trouble',
        { title: t(`kiosk.${words}-title`), lead: t(`kiosk.${words}-text`), idle: 20 },
        status,
      )
    } catch {
      next(error)
    }
  }
}

/** This screen again in another manner. A screen that answers a form has none: it begins anew. */
function withManner(res: Response, changes: Query): string {
  const [path = '/', query = ''] = res.req.originalUrl.split('?', 2)
  const changed = new URLSearchParams(res.req.method === 'GET' ? query : '')
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) changed.delete(name)
    else changed.set(name, String(value))
  }
  const screen = res.req.method === 'GET' ? path : ((res.locals['screen'] as string | undefined) ?? paths.entranceKiosk())
  const asked = changed.toString()
  return asked === '' ? screen : `${screen}?${asked}`
}
