import { Router, type Request, type Response } from 'express'
import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { isOfficeDate } from '../../domain/calendar.ts'
import { dayChanges } from '../../use-cases/day/day-changes.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { officeNamed } from '../api/known.ts'
import { WrongFields } from '../faults.ts'
import { textOf } from '../resident/requested.ts'
import { recognised, requireStaff } from '../staff/require-staff.ts'
import type { Web } from '../web.ts'

/** A silent stream is closed by proxies on the way: a word every so often keeps it, and asks whether its reader still may. */
const beatMs = 15_000
/** A server that stops must not wait for readers who never leave. */
const lookMs = 500

/** The news of a day as a stream: the number of each page that it turns to (server-sent events). */
export function changeRoutes(web: Web): Router {
  const asked = (req: Request) => textOf(req.query, 'office') || undefined
  return Router().get('/desk/changes', requireStaff(web, 'see-day', { officeOf: asked, passive: true }), async (req, res) => {
    const office = officeNamed(await cityNow(web.house), textOf(req.query, 'office'))
    const date = textOf(req.query, 'date')
    if (!isOfficeDate(date)) throw new WrongFields({ date: 'a date such as 2020-05-11' })
    open(res)
    const end = dayChanges(web.house).subscribe(office.id, date, page => send(res, `event: page\ndata: ${page}\n\n`))
    const beat = setInterval(() => void stillMay(web, req, res), beatMs)
    const look = setInterval(() => serverOf(req)?.listening === false && res.end(), lookMs)
    res.once('close', () => {
      end()
      clearInterval(beat)
      clearInterval(look)
    })
  })
}

function open(res: Response): void {
  // no-transform: a stream that is packed is held back until there is enough of it
  res.setHeader('Cache-Control', 'no-store, no-transform')
  res.setHeader('X-Accel-Buffering', 'no')
  res.type('text/event-stream')
  send(res, 'retry: 2000\n\n')
}

function send(res: Response, text: string): void {
  if (res.writableEnded) return
  res.write(text)
}

async function stillMay(web: Web, req: Request, res: Response): Promise<void> {
  const found = await recognised(web, req, true).catch(() => undefined)
  if (found?.stage !== 'on-duty') return void res.end()
  send(res, ': still here\n\n')
}

function serverOf(req: Request): Server | undefined {
  return (req.socket as Socket & { server?: Server }).server
}
