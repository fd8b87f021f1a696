import { Router, type Request, type Response } from 'express'
import { clockTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { dayChanges } from '../../use-cases/day/day-changes.ts'
import { displayBoard } from '../../use-cases/entrance/display-board.ts'
import { followDoor } from '../../use-cases/entrance/door-changes.ts'
import { watchDoor } from '../../use-cases/entrance/watch-door.ts'
import { openingsOn } from '../../use-cases/resident/openings-on.ts'
import { openEventStream } from '../event-stream.ts'
import { languageNamed, languageOf } from '../middleware/language.ts'
import { textOf } from '../resident/requested.ts'
import { paths } from '../paths.ts'
import { showPage } from '../views.ts'
import type { Web } from '../web.ts'
import { displayView } from './display-view.ts'
import { deviceOf, recognisedDevice, requireDevice } from './require-device.ts'

/** A display says that it is out of date once it has heard nothing for longer than twice this. */
const beatMs = 5_000

/**
 * The display: which number goes where, to be read from eight metres and heard. `?place=outside` also says who may come
 * in now. It follows the day's changes, and says so when it cannot.
 */
export function displayRoutes(web: Web): Router {
  const router = Router()
  const displays = requireDevice(web, 'display')

  router.get('/entrance/display', displays, (req, res) => {
    res.locals['language'] = languageNamed(req.query['lang']) ?? 'pl'
    return showDisplay(web, res, isOutside(req))
  })

  router.get('/entrance/display/live', displays, async (req, res) => {
    const device = deviceOf(res)
    const { now } = await displayBoard(web.house, device)
    const stream = openEventStream(req, res)
    const end = isOutside(req)
      ? await followAtDoor()
      : dayChanges(web.house).subscribe(device.officeId, now.date, page => stream.send('page', String(page)))
    stream.onEnd(end)
    stream.every(beatMs, tellTime)

    /** Told once at the start too: of what was counted before this stream listened. */
    async function followAtDoor(): Promise<() => void> {
      const followed = await followDoor(web.house, device, () => stream.send('page', 'door'))
      stream.send('page', 'door')
      return () => followed.end()
    }

    /** Also ends what a revoked display may no longer see, and yesterday's news: it comes back for today's. */
    async function tellTime(): Promise<void> {
      const known = await recognisedDevice(web, req)
      if (known?.kind !== 'display') return stream.end()
      const board = await displayBoard(web.house, known)
      if (board.now.date !== now.date) return stream.end()
      stream.send('beat', clockTime(board.now.minute))
    }
  })

  return router
}

/** Whether it hangs before the door: then it also follows who is counted there. */
function isOutside(req: Request): boolean {
  return textOf(req.query, 'place') === 'outside'
}

async function showDisplay(web: Web, res: Response, outside: boolean): Promise<void> {
  const language = languageOf(res)
  const device = deviceOf(res)
  const board = await displayBoard(web.house, device)
  const opening = (await openingsOn(web.house, board.now.date)).offices.find(({ officeId }) => officeId === device.officeId)
  const door = outside ? await watchDoor(web.house, device) : undefined
  showPage(web, res, 'entrance/display', {
    title: wordsFor(language)('display.title'),
    layout: 'display',
    isOutside: outside,
    live: paths.displayLive(outside ? { place: 'outside' } : {}),
    comeIn: door?.next?.label,
    ...displayView(board, opening, language),
  })
}
