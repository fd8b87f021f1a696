import { Router, type Request, type Response } from 'express'
import type { Language } from '../../domain/city.ts'
import { wordsFor } from '../../language/words.ts'
import { NotFound } from '../../use-cases/errors.ts'
import { dayChanges } from '../../use-cases/day/day-changes.ts'
import { ticketPage, ticketPdf } from '../../use-cases/entrance/print-ticket.ts'
import { ticketNow } from '../../use-cases/entrance/ticket-now.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { ticketWords } from '../entrance/kiosk-printing.ts'
import { openEventStream } from '../event-stream.ts'
import { languageNamed, languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import { keepPrivate, showResident } from '../resident/frame.ts'
import { textOf } from '../resident/requested.ts'
import type { Web } from '../web.ts'
import { ticketOpened } from './token.ts'
import { ticketView } from './ticket-view.ts'

/** A silent stream is closed on the way: a word every so often keeps it. */
const beatMs = 20_000

/**
 * The page of a ticket, to which the code on the ticket leads: whoever has it can follow the queue on a phone. It says
 * nothing of who they are or what they come for. The number may stand behind the token, for scanners at the door.
 */
export function ticketRoutes(web: Web): Router {
  const router = Router()

  router.get('/tickets/:token/live', async (req, res) => {
    const { booking } = await ticketNow(web.house, openedNumber(web, req))
    const stream = openEventStream(req, res)
    stream.onEnd(dayChanges(web.house).subscribe(booking.officeId, booking.date, page => stream.send('page', String(page))))
    stream.every(beatMs, () => stream.send('beat', ''))
  })

  router.get('/tickets/:token/print', async (req, res) => {
    keepPrivate(res)
    const city = await cityNow(web.house)
    const at = await ticketNow(web.house, openedNumber(web, req))
    const language = printedIn(req, res)
    await showResident(web, res, 'tickets/print', {
      title: at.ticket.code,
      layout: 'slip',
      printedIn: language,
      qrLabel: wordsFor(language)('ticket.qr'),
      scripts: ['print.js'],
      lines: await ticketPage(web.house, at.booking.number, ticketWords(web, req, city, at, language)),
      back: paths.ticket(req.params.token),
      pdfs: [80, 58].map(width => ({ width, path: paths.ticketPdf(req.params.token, { width, in: language }) })),
    })
  })

  router.get('/tickets/:token/slip.pdf', async (req, res) => {
    keepPrivate(res)
    const at = await ticketNow(web.house, openedNumber(web, req))
    const words = ticketWords(web, req, at.city, at, printedIn(req, res))
    const widthMm = textOf(req.query, 'width') === '58' ? 58 : 80
    res.setHeader('Content-Disposition', `inline; filename="${at.ticket.code}.pdf"`)
    res.type('application/pdf').send(await ticketPdf(web.house, at.booking.number, words, widthMm))
  })

  router.get('/tickets/:token', (req, res) => showTicket(web, req, res))
  router.get('/tickets/:token/:code', (req, res) => showTicket(web, req, res))
  return router
}

/** A clerk prints a ticket in the language of whoever comes (`?in=`), and keeps their own. */
function printedIn(req: Request, res: Response): Language {
  return languageNamed(req.query['in']) ?? languageOf(res)
}

async function showTicket(web: Web, req: Request, res: Response): Promise<void> {
  keepPrivate(res)
  const token = String(req.params['token'])
  const at = await ticketNow(web.house, openedNumber(web, req))
  const view = ticketView(at, languageOf(res))
  const t = wordsFor(languageOf(res))
  await showResident(web, res, 'tickets/ticket', {
    title: `${t('ticket.title', { code: view.code })}: ${view.headline}`,
    styles: ['ticket.css'],
    scripts: view.isOver ? [] : ['ticket.js'],
    refreshSeconds: view.isOver ? undefined : 30,
    ticket: view,
    office: at.office.name[languageOf(res)],
    livePath: paths.ticketLive(token),
    printPath: paths.ticketPrint(token),
  })
}

/** @throws {NotFound} for a token that is not genuine, as for one of a ticket that is gone */
function openedNumber(web: Web, req: Request): number {
  const number = ticketOpened(web.settings.secret, String(req.params['token']))
  if (number === undefined) throw new NotFound('ticket')
  return number
}
