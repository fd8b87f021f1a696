import { Router, type Response } from 'express'
import { clockTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { dayChanges } from '../../use-cases/day/day-changes.ts'
import { displayBoard } from '../../use-cases/entrance/display-board.ts'
import { watchDoor } from '../../use-cases/entrance/watch-door.ts'
import { openingsOn } from '../../use-cases/resident/openings-on.ts'
import { openEventStream } from '../event-stream.ts'
import { languageNamed, languageOf } from '../middleware/language.ts'
import { textOf } from '../resident/requested.ts'
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
    return showDisplay(web, res, textOf(req.query, 'place') === 'outside')
  })

  router.get('/entrance/display/live', displays, async (req, res) => {
    const { officeId } = deviceOf(res)
    const { now } = await displayBoard(web.house, deviceOf(res))
    const stream = openEventStream(req, res)
    const end = dayChanges(web.house).subscribe(officeId, now.date, page => stream.send('page', String(page)))
    const beat = setInterval(() => void tellTime().catch(() => stream.end()), beatMs)
    stream.onEnd(() => {
      end()
      clearInterval(beat)
    })

    /** Also ends what a revoked display may no longer see, and yesterday's news: it comes back for today's. */
    async function tellTime(): Promise<void> {
      const device = await recognisedDevice(web, req)
      if (device?.kind !== 'display') return stream.end()
      const board = await displayBoard(web.house, device)
      if (board.now.date !== now.date) return stream.end()
      stream.send('beat', clockTime(board.now.minute))
    }
  })

  return router
}

async function showDisplay(web: Web, res: Response, isOutside: boolean): Promise<void> {
  const language = languageOf(res)
  const device = deviceOf(res)
  const board = await displayBoard(web.house, device)
  const opening = (await openingsOn(web.house, board.now.date)).find(({ officeId }) => officeId === device.officeId)
  const door = isOutside ? await watchDoor(web.house, device) : undefined
  showPage(web, res, 'entrance/display', {
    title: wordsFor(language)('display.title'),
    layout: 'display',
    isOutside,
    comeIn: door?.next?.label,
    ...displayView(board, opening, language),
  })
}
