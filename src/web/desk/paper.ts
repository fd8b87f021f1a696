import { join } from 'node:path'
import { Router, type Request, type Response } from 'express'
import { isOfficeDate } from '../../domain/calendar.ts'
import { formatDate, formatMoment } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { momentOf } from '../../time.ts'
import { NotFound } from '../../use-cases/errors.ts'
import { issuePack, type Issued, type PrintRoom } from '../../use-cases/paper/issue-pack.ts'
import { paperState } from '../../use-cases/paper/paper-state.ts'
import { hasPack, nameOf, readPack } from '../../use-cases/paper/print-folder.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { officeNamed } from '../api/known.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import { plainPrintRoom } from '../print-room.ts'
import { formOf, textOf } from '../resident/requested.ts'
import { showStaff } from '../staff/frame.ts'
import { requireStaff } from '../staff/require-staff.ts'
import type { Web } from '../web.ts'
import { mayInOffice, note } from './acting.ts'
import { packPrinting } from './pack-printing.ts'
import { placeAsked } from './day.ts'
import { placeQuery, type DeskPlace } from './place.ts'
import { officeOf } from './walk-ins.ts'

/** The daily packs of an office: whether the paper is current, the files, and a new one with one press. */
export function paperRoutes(web: Web): Router {
  const router = Router()

  router.get('/desk/paper', requireStaff(web, 'print-day', { officeOf }), async (req, res) => {
    await showPaper(web, req, res, await placeAsked(web, req, res, req.query))
  })

  router.post('/desk/paper', mayInOffice(web, 'print-day'), async (req, res) => {
    if (textOf(formOf(req), 'office') === '') throw new NotFound('office')
    const place = await placeAsked(web, req, res, formOf(req))
    const made = await issuePack(web.house, roomOf(web, req), dayOf(place), 'hand')
    await note(web, res, place, { action: 'print-pack', details: { number: made.issue.number, mark: made.issue.mark } })
    res.redirect(303, paths.deskPaper({ ...placeQuery(place), made: made.issue.number, mail: mailOf(made) }))
  })

  const inOffice = requireStaff(web, 'print-day', { officeOf: req => String(req.params['office']) })
  router.get('/desk/paper/:office/:date/:number', inOffice, async (req, res) => {
    const { date, number } = req.params as Record<string, string>
    const office = officeNamed(await cityNow(web.house), String(req.params['office']))
    if (!isOfficeDate(date ?? '') || !/^[1-9]\d{0,6}$/.test(number ?? '')) throw new NotFound('pack')
    const key = { officeId: office.id, date: date ?? '', number: Number(number) }
    const pdf = await readPack(roomOf(web, req).folder, key)
    if (!pdf) throw new NotFound('pack')
    res.type('pdf').setHeader('Content-Disposition', `inline; filename="${encodeURIComponent(nameOf(key))}"`)
    res.send(pdf)
  })

  return router
}

async function showPaper(web: Web, req: Request, res: Response, place: DeskPlace): Promise<void> {
  const language = languageOf(res)
  const t = wordsFor(language)
  const { mark, issues, today } = await paperState(web.house, dayOf(place))
  const { folder } = roomOf(web, req)
  const printed = await packPrinting(web.house, dayOf(place), language)
  const rows = await Promise.all(
    issues.toReversed().map(async issue => {
      const at = momentOf(issue.at, place.office.timeZone)
      return {
        ...{ number: issue.number, mark: issue.mark, page: issue.page, isCurrent: issue.mark === mark },
        made: formatMoment(at.date, at.minute, language, 'short'),
        why: t(`pack.made-${issue.reason}`),
        printed: printed.filter(({ number }) => number === issue.number).map(({ text }) => text),
        file: (await hasPack(folder, issue)) ? paths.deskPack(issue.officeId, issue.date, issue.number) : undefined,
      }
    }),
  )
  const last = issues.at(-1)
  const state = last === undefined ? 'none' : last.mark === mark ? 'current' : 'old'
  const date = formatDate(place.date, language)
  await showStaff(web, res, 'desk/paper', {
    title: place.date === today ? t('pack.title') : t('pack.title-for', { date }),
    officeName: place.office.name[language],
    ...{ state, rows, officeId: place.office.id, date: place.date, office: place.office.name[language], dateInWords: date },
    isPrinted: printed.length > 0,
    stateTitle: t(`pack.${state}`),
    stateText: t(`pack.${state}-text`, { mark, copy: last?.number ?? 0, old: last?.mark ?? '' }),
    newest: rows.find(({ file }) => file !== undefined)?.file,
    told: toldOf(req, t),
    schedule: paths.daySheet(placeQuery(place)),
    takeBack: place.date <= today ? paths.takeBack(placeQuery(place)) : undefined,
    back: paths.desk(placeQuery(place)),
    styles: ['desk.css', 'pack.css'],
  })
}

function toldOf(req: Request, t: ReturnType<typeof wordsFor>): { text: string; good: boolean } | undefined {
  const copy = /^\d{1,7}$/.exec(textOf(req.query, 'made'))?.[0]
  if (copy === undefined) return undefined
  const mail = textOf(req.query, 'mail').slice(0, 300)
  if (mail === 'failed') return { text: t('pack.not-mailed', { copy }), good: false }
  return { text: mail === '' ? t('pack.printed', { copy }) : t('pack.mailed', { copy, to: mail }), good: true }
}

function mailOf({ mailed, mailFailed }: Issued): string {
  return mailFailed ? 'failed' : mailed.join(', ')
}

function dayOf({ office, date }: DeskPlace) {
  return { officeId: office.id, date }
}

function roomOf(web: Web, req: Request): PrintRoom {
  const room = web.settings.printRoom ?? plainPrintRoom(join('var', 'print'))
  return { ...room, baseUrl: web.settings.baseUrl ?? `${req.protocol}://${req.headers.host ?? 'localhost'}` }
}
