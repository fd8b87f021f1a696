import { Router, type Request } from 'express'
import { isOfficeDate } from '../../domain/calendar.ts'
import { dayChanges } from '../../use-cases/day/day-changes.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { officeNamed } from '../api/known.ts'
import { openEventStream } from '../event-stream.ts'
import { WrongFields } from '../faults.ts'
import { textOf } from '../resident/requested.ts'
import { recognised, requireStaff } from '../staff/require-staff.ts'
import type { Web } from '../web.ts'

/** A silent stream is closed by proxies on the way: a word every so often keeps it, and asks whether its reader still may. */
const beatMs = 15_000

/** The news of a day as a stream: the number of each page that it turns to (server-sent events). */
export function changeRoutes(web: Web): Router {
  const asked = (req: Request) => textOf(req.query, 'office') || undefined
  return Router().get('/desk/changes', requireStaff(web, 'see-day', { officeOf: asked, passive: true }), async (req, res) => {
    const office = officeNamed(await cityNow(web.house), textOf(req.query, 'office'))
    const date = textOf(req.query, 'date')
    if (!isOfficeDate(date)) throw new WrongFields({ date: 'a date such as 2020-05-11' })
    const stream = openEventStream(req, res)
    stream.onEnd(dayChanges(web.house).subscribe(office.id, date, page => stream.send('page', String(page))))
    stream.every(beatMs, async () => {
      const found = await recognised(web, req, true)
      if (found?.stage !== 'on-duty') return stream.end()
      stream.send('beat', '')
    })
  })
}
