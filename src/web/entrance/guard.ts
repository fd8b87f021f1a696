import { Router, type Request, type Response } from 'express'
import { randomUUID } from 'node:crypto'
import { wordsFor } from '../../language/words.ts'
import { countIn, countOut } from '../../use-cases/entrance/count-heads.ts'
import { recount } from '../../use-cases/entrance/recount.ts'
import type { DoorTold } from '../../use-cases/entrance/door-told.ts'
import { leaveByCode } from '../../use-cases/entrance/leave-by-code.ts'
import { scanAtDoor } from '../../use-cases/entrance/scan-at-door.ts'
import { doorMark, watchDoor } from '../../use-cases/entrance/watch-door.ts'
import { WrongFields } from '../faults.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import { frameFor, showPage } from '../views.ts'
import type { Web } from '../web.ts'
import { eventNamed, readHeads, readRecount, readScan, wantsFragment, type Sent } from './guard-forms.ts'
import { liveValues } from './guard-view.ts'
import { streamDoor } from './guard-stream.ts'
import { deviceOf, requireDevice } from './require-device.ts'

/**
 * The guard's screen. Each form carries its own event id, so that what is sent twice counts once; a form is answered by
 * 303 to the page with its answer, a script by the part of the page that has changed.
 */
export function guardRoutes(web: Web): Router {
  const router = Router()
  const guards = requireDevice(web, 'guard', 'scanner')

  router.get('/entrance/guard', guards, (req, res) => showGuard(web, req, res))

  router.get('/entrance/guard/live', guards, async (req, res) => {
    const event = eventNamed(req)
    const tag = tagOf(await doorMark(web.house, deviceOf(res)), res, event)
    res.setHeader('ETag', tag)
    if (req.headers['if-none-match'] === tag) return void res.status(304).end()
    await sendLive(web, res, event)
  })

  router.get('/entrance/guard/changes', guards, (req, res) => streamDoor(web, req, res))

  router.post('/entrance/guard/scans', guards, (req, res) =>
    answered(web, req, res, readScan(req), ({ code, leaves, said }) =>
      leaves ? leaveByCode(web.house, deviceOf(res), code, said) : scanAtDoor(web.house, deviceOf(res), code, said),
    ),
  )

  router.post('/entrance/guard/heads', guards, (req, res) =>
    answered(web, req, res, readHeads(req), ({ way, heads, said }) =>
      (way === 'out' ? countOut : countIn)(web.house, deviceOf(res), heads, said),
    ),
  )

  router.post('/entrance/guard/recounts', guards, (req, res) =>
    answered(web, req, res, readRecount(req), ({ zoneId, heads, said }) =>
      recount(web.house, deviceOf(res), zoneId, heads, said),
    ),
  )

  return router
}

async function answered<T extends { said: { eventId: string } }>(
  web: Web,
  req: Request,
  res: Response,
  sent: Sent<T>,
  act: (asked: T) => Promise<DoorTold>,
): Promise<void> {
  if ('fault' in sent) {
    if (wantsFragment(req)) throw new WrongFields({ [sent.fault]: 'a number from 0 to 999, or a reason' })
    return showGuard(web, req, res, 422)
  }
  const told = await act(sent.asked)
  if (wantsFragment(req)) return sendLive(web, res, sent.asked.said.eventId, told)
  res.redirect(303, paths.entranceGuard({ event: sent.asked.said.eventId }))
}

async function showGuard(web: Web, req: Request, res: Response, status = 200): Promise<void> {
  const t = wordsFor(languageOf(res))
  const { name, entrance } = deviceOf(res)
  const view = await watchDoor(web.house, deviceOf(res), { eventId: eventNamed(req) })
  showPage(
    web,
    res,
    'entrance/guard',
    {
      title: t('guard.title'),
      layout: 'entrance',
      scripts: ['guard.js'],
      place: entrance || name,
      officeName: view.city.offices.find(({ id }) => id === deviceOf(res).officeId)?.name[languageOf(res)] ?? '',
      newEvent: () => randomUUID(),
      errors: status === 200 ? [] : [{ field: 'code', text: t('guard.fault') }],
      ...liveValues(view, languageOf(res)),
    },
    status,
  )
}

async function sendLive(web: Web, res: Response, eventId: string | undefined, told?: DoorTold): Promise<void> {
  const view = await watchDoor(web.house, deviceOf(res), told ? { told } : { eventId })
  // no-transform: packing two kilobytes takes longer than sending them
  res.setHeader('Cache-Control', 'no-store, no-transform')
  res.setHeader('ETag', tagOf(view.mark, res, eventId))
  const values = { ...frameFor(web, res), newEvent: () => randomUUID(), ...liveValues(view, languageOf(res)) }
  res.type('html').send(web.views('entrance/guard-live', values))
}

function tagOf(mark: string, res: Response, eventId: string | undefined): string {
  return `"${mark}.${languageOf(res)}.${eventId ?? ''}"`
}
