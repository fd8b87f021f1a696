import { Router, type Request, type Response } from 'express'
import { isOfficeDate } from '../../domain/calendar.ts'
import { may, officesWhere } from '../../domain/staff/roles.ts'
import { formatDate, formatMoment } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { proofOfDay } from '../../use-cases/entrance/proof-of-day.ts'
import { cityIfAny } from '../../use-cases/staff/city-if-any.ts'
import { NotFound } from '../../use-cases/errors.ts'
import { NotAllowed } from '../faults.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import { showStaff, timeZoneOf } from '../staff/frame.ts'
import { requireStaff, staffOf } from '../staff/require-staff.ts'
import type { Web } from '../web.ts'
import { hoursInWords, proofFile, reasonsInWords } from './proof-words.ts'

/** What an inspector is shown: an office's day, hour by hour and zone by zone, as a page and as a file. */
export function proofRoutes(web: Web): Router {
  const router = Router()
  const readers = requireStaff(web, 'read-figures')

  router.get('/manage/proof', readers, async (req, res) => {
    const language = languageOf(res)
    const { city, asked, offices } = await askedOf(web, req, res)
    const proof = await proofOfDay(web.house, asked.office, asked.date)
    const now = web.house.clock.now(timeZoneOf(city))
    const shown = { office: asked.office, date: asked.date }
    await showStaff(web, res, 'manager/proof', {
      title: wordsFor(language)('proof.title'),
      offices: offices.map(({ id, name }) => ({ id, name: name[language] })),
      asked: shown,
      day: `${proof.office.name[language]}, ${formatDate(asked.date, language)}`,
      hours: hoursInWords(proof, city, language),
      reasons: reasonsInWords(proof, language),
      printedAt: formatMoment(now.date, now.minute, language),
      file: paths.manageProofFile(shown),
    })
  })

  router.get('/manage/proof.csv', readers, async (req, res) => {
    const { city, asked } = await askedOf(web, req, res)
    const proof = await proofOfDay(web.house, asked.office, asked.date)
    res.setHeader(
      'Content-Disposition',
      `attachment; filename="okienko-${asked.date}-${asked.office.replace(/[^\w-]/g, '_')}.csv"`,
    )
    res.type('text/csv; charset=utf-8').send(proofFile(proof, city, languageOf(res)))
  })

  return router
}

/** The office and the date that are asked for; theirs and today, where none is named. @throws {NotAllowed} @throws {NotFound} */
async function askedOf(web: Web, req: Request, res: Response) {
  const city = await cityIfAny(web.house)
  if (!city) throw new NotFound('office')
  const theirs = officesWhere(staffOf(res).roles, 'read-figures')
  const offices = city.offices.filter(({ id }) => theirs === 'all' || theirs.includes(id))
  const typed = req.query['office']
  const office = typeof typed === 'string' && typed !== '' ? typed : (offices[0]?.id ?? '')
  if (!city.offices.some(({ id }) => id === office)) throw new NotFound('office')
  if (!may(staffOf(res).roles, 'read-figures', office)) throw new NotAllowed()

  const date = req.query['date']
  const isDate = typeof date === 'string' && isOfficeDate(date)
  return { city, offices, asked: { office, date: isDate ? date : web.house.clock.now(city.organisation.timeZone).date } }
}
