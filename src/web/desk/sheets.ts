import { Router, type Request, type Response } from 'express'
import { toString as squareOf } from 'qrcode'
import type { Language } from '../../domain/city.ts'
import { formatDate, formatMoment, formatTime } from '../../language/dates.ts'
import { scheduleWords } from '../../language/schedule-words.ts'
import { wordsFor } from '../../language/words.ts'
import { printSchedule, printSchedulePdf, type ScheduleWish } from '../../use-cases/desk/print-schedule.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import { textOf } from '../resident/requested.ts'
import { showStaff } from '../staff/frame.ts'
import { requireStaff } from '../staff/require-staff.ts'
import type { Web } from '../web.ts'
import { note } from './acting.ts'
import { placeAsked } from './day.ts'
import { placeQuery, scopeOf, type DeskPlace } from './place.ts'
import { officeOf } from './walk-ins.ts'

/** The daily schedule on paper. */
export function sheetRoutes(web: Web): Router {
  const router = Router()
  const staff = requireStaff(web, 'print-day', { officeOf })

  router.get('/desk/sheet', staff, async (req, res) => {
    const place = await placeAsked(web, req, res, req.query)
    const sheet = await printSchedule(web.house, dayOf(place), wishOf(web, req, res, place))
    await showSheet(web, res, place, sheet)
  })

  router.get('/desk/sheet.pdf', staff, async (req, res) => {
    const place = await placeAsked(web, req, res, req.query)
    const pdf = await printSchedulePdf(web.house, dayOf(place), wishOf(web, req, res, place))
    await note(web, res, place, { action: 'print-day' })
    res.type('pdf').setHeader('Content-Disposition', `inline; filename="${place.office.id}-${place.date}.pdf"`)
    res.send(pdf)
  })

  return router
}

/** The address at which somebody with a sheet in hand asks whether it is current. */
export function currentUrlOf(web: Web, req: Request): (office: string, date: string, page: number, mark?: string) => string {
  const base = web.settings.baseUrl ?? `${req.protocol}://${req.headers.host ?? 'localhost'}`
  return (...sheet) => `${base}${paths.sheet(...sheet)}`
}

function dayOf({ office, date }: DeskPlace) {
  return { officeId: office.id, date }
}

function wishOf(web: Web, req: Request, res: Response, place: DeskPlace): ScheduleWish {
  const language = languageOf(res)
  const format = (['A4', 'A4-landscape', 'A3'] as const).find(each => each === textOf(req.query, 'format'))
  return {
    language,
    currentUrl: currentUrlOf(web, req),
    scope: scopeOf(place),
    words: scheduleWords(language),
    ...(format && { format }),
  }
}

type Sheet = Awaited<ReturnType<typeof printSchedule>>

async function showSheet(web: Web, res: Response, place: DeskPlace, sheet: Sheet): Promise<void> {
  const language = languageOf(res)
  const t = wordsFor(language)
  const query = placeQuery(place)
  const visits = sheet.rows.filter(row => row.kind === 'visit')
  await showStaff(web, res, 'desk/sheet', {
    title: t('paper.schedule'),
    officeName: place.office.name[language],
    sheet,
    dateInWords: formatDate(sheet.date, language),
    printedAt: formatMoment(sheet.printedAt.date, sheet.printedAt.minute, language),
    square: await squareOf(sheet.currentUrl, { type: 'svg', margin: 0 }),
    limits: sheet.limits.map(limit => ({
      ...limit,
      persons: limitInWords(limit.times, language),
      why: whyInWords(limit, language),
    })),
    lines: sheet.rows.map(row => ({ ...row, time: lineTime(row, language) })),
    empty: Array.from({ length: sheet.emptyRows }),
    totals: [
      t('paper.total-visits', { count: visits.length }),
      t('count.persons', { count: visits.reduce((sum, { persons }) => sum + persons, 0) }),
      t('paper.total-minutes', { count: visits.reduce((sum, { minutes }) => sum + minutes, 0) }),
    ].join(', '),
    pdf: paths.daySheetPdf(query),
    wall: paths.daySheetPdf({ ...query, format: 'A3' }),
    back: paths.desk(query),
    styles: ['desk.css'],
    scripts: ['print.js'],
    wide: true,
  })
}

function lineTime(row: Sheet['rows'][number], language: Language): string {
  if (row.kind === 'visit') return formatTime(row.start, language)
  return `${formatTime(row.from, language)}–${formatTime(row.to, language)}`
}

/** The rule and its legal basis; where no act is cited, that the limit is the office's own. */
function whyInWords({ rule, legalBasis, own }: Sheet['limits'][number], language: Language): string {
  return [rule, legalBasis, own ? wordsFor(language)('pack.own-limit') : undefined].filter(Boolean).join(' ')
}

function limitInWords(times: readonly { from: number; to: number; persons: number }[], language: Language): string {
  const [first] = times
  if (!first) return wordsFor(language)('paper.limit-none')
  if (times.every(({ persons }) => persons === first.persons)) return String(first.persons)
  return times.map(({ from, to, persons }) => `${formatTime(from, language)}–${formatTime(to, language)}: ${persons}`).join(', ')
}
