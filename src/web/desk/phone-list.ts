import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { formatDate, formatMoment, formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import type { Reached } from '../../use-cases/desk/change-day/publish.ts'
import { printPhoneList, printPhoneListPdf, type ReachedList, type ReachWords } from '../../use-cases/desk/print-phone-list.ts'
import { NotFound } from '../../use-cases/errors.ts'
import { seal, unseal } from '../../use-cases/staff/sealed.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import { textOf } from '../resident/requested.ts'
import { showStaff } from '../staff/frame.ts'
import { requireStaff } from '../staff/require-staff.ts'
import type { Web } from '../web.ts'
import { note } from './acting.ts'
import { placeAsked } from './day.ts'
import { currentUrlOf } from './sheets.ts'
import { placeQuery } from './place.ts'
import { officeOf } from './walk-ins.ts'

/** The people to reach after a change: on the screen, on paper, as a PDF. The one page that shows phone numbers. */
export function phoneListRoutes(web: Web): Router {
  const router = Router()
  const staff = requireStaff(web, 'change-day', { officeOf })

  router.get('/desk/phone-list', staff, async (req, res) => {
    const language = languageOf(res)
    const t = wordsFor(language)
    const place = await placeAsked(web, req, res, req.query)
    const asked = listIn(web, req)
    const list = await printPhoneList(web.house, asked, printedFor(web, req, res), reachWords(res))
    await note(web, res, { office: place.office, date: asked.date }, { action: 'see-phone-list' })
    await showStaff(web, res, 'desk/phone-list', {
      title: t('paper.phone-list'),
      officeName: list.office,
      change: list.change,
      page: list.page,
      dateInWords: formatDate(list.date, language),
      printedAt: formatMoment(list.printedAt.date, list.printedAt.minute, language),
      rows: list.rows.map(row => ({
        ...row,
        time: formatTime(row.start, language),
        call: row.phone?.replaceAll(/[^\d+]/g, ''),
        speaksInWords: row.speaks === language ? '' : t(`language.${row.speaks}`),
      })),
      pdf: paths.phoneListPdf({ office: place.office.id, list: textOf(req.query, 'list') }),
      back: paths.desk({ ...placeQuery(place), said: 'published' }),
      styles: ['desk.css'],
      scripts: ['desk.js', 'print.js'],
    })
  })

  router.get('/desk/phone-list.pdf', staff, async (req, res) => {
    const pdf = await printPhoneListPdf(web.house, listIn(web, req), printedFor(web, req, res), reachWords(res))
    res.type('pdf').setHeader('Content-Disposition', 'inline; filename="phone-list.pdf"')
    res.send(pdf)
  })

  return router
}

const listShape = z.object({
  officeId: z.string(),
  date: z.string(),
  change: z.string(),
  people: z.string().transform(readPeople),
})

const letters = { m: 'moved', c: 'called-off', k: 'kept' } as const

/** Hundreds of people must fit into an address: `lfls1.dc.m`, number and minute to the base 36. */
function writePeople(people: ReachedList['people']): string {
  return people
    .map(({ number, start, change }) => [number.toString(36), start.toString(36), change.charAt(0)].join('.'))
    .join(' ')
}

function readPeople(text: string): ReachedList['people'] {
  return text.split(' ').flatMap(person => {
    const [number = '', start = '', letter = ''] = person.split('.')
    const change = letters[letter as keyof typeof letters] as ReachedList['people'][number]['change'] | undefined
    return change ? [{ number: Number.parseInt(number, 36), start: Number.parseInt(start, 36), change }] : []
  })
}

/** Closes a list into an address: numbers of bookings that only this program may have put together. */
export function sealList(
  web: Web,
  { office, date, change, reached }: { office: string; date: string; change: string; reached: readonly Reached[] },
): string {
  const people = reached.map(({ before, decision }) => ({
    number: before.number,
    start: before.start,
    change:
      decision.kind === 'move' ? ('moved' as const) : decision.kind === 'keep' ? ('kept' as const) : ('called-off' as const),
  }))
  const list = { officeId: office, date, change, people: writePeople(people) }
  return seal(web.house.random, web.settings.secret, purposeOf(office), JSON.stringify(list))
}

/** The list in an address, for the office that the address names. @throws {NotFound} if it is not ours, or another office's */
function listIn(web: Web, req: Request): ReachedList {
  const text = unseal(web.settings.secret, purposeOf(textOf(req.query, 'office')), textOf(req.query, 'list'))
  if (text === undefined) throw new NotFound('list')
  return listShape.parse(JSON.parse(text))
}

function purposeOf(officeId: string): string {
  return `phone-list ${officeId}`
}

function printedFor(web: Web, req: Request, res: Response) {
  return { language: languageOf(res), currentUrl: currentUrlOf(web, req) }
}

function reachWords(res: Response): ReachWords {
  const language = languageOf(res)
  const t = wordsFor(language)
  return {
    what: change => t(`desk.reach-${change}`),
    moment: ({ office, date, start }) => [formatMoment(date, start, language), office].filter(Boolean).join(', '),
  }
}
