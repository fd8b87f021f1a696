import { Router, type Request, type Response } from 'express'
import { may } from '../../domain/staff/roles.ts'
import { wordsFor } from '../../language/words.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { sheetToTakeBack, type SheetToTakeBack } from '../../use-cases/paper/take-back/sheet-line.ts'
import { takeBackSheet, type TakenBack } from '../../use-cases/paper/take-back/take-back-sheet.ts'
import { NotFound } from '../../use-cases/errors.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import { formOf, textOf, type Form } from '../resident/requested.ts'
import { showStaff } from '../staff/frame.ts'
import { requireStaff, staffOf } from '../staff/require-staff.ts'
import type { Web } from '../web.ts'
import { mayInOffice, note } from './acting.ts'
import { placeChoices } from './choices.ts'
import { placeAsked } from './day.ts'
import { placeQuery, scopeOf, type DeskPlace } from './place.ts'
import { readSheet, type ReadSheet } from './take-back-form.ts'
import { takeBackValues } from './take-back-values.ts'
import { officeOf } from './walk-ins.ts'

/** After an outage: the ticks of a sheet, in one pass. */
export function takeBackRoutes(web: Web): Router {
  const router = Router()

  router.get('/desk/take-back', requireStaff(web, 'check-in', { officeOf }), async (req, res) => {
    const place = await placeAsked(web, req, res, req.query)
    await showTakeBack(web, req, res, place, req.query)
  })

  router.post('/desk/take-back', mayInOffice(web, 'check-in'), async (req, res) => {
    const form = formOf(req)
    if (textOf(form, 'office') === '') throw new NotFound('office')
    const place = await placeAsked(web, req, res, form)
    const city = await cityNow(web.house)
    const language = languageOf(res)
    const sheet = await theirSheet(web, res, place, form)
    const until = place.date === place.today ? place.nowMinute : 1439
    const read = readSheet(form, sheet.lines, { city, officeId: place.office.id, until, language })
    if (read.errors.length > 0 || place.date > place.today) return showTakeBack(web, req, res, place, form, { read, status: 422 })

    const done = await takeBackSheet(web.house, {
      ...{ officeId: place.office.id, date: place.date, ticks: read.ticks, walkIns: read.walkIns, language },
      reason: wordsFor(language)('ticks.kept'),
    })
    const { conflicts, ...counts } = done
    if (Object.values(counts).some(count => count > 0)) {
      await note(web, res, place, { action: 'take-back', details: { ...counts, conflicts: conflicts.length } })
    }
    if (conflicts.length > 0) return showTakeBack(web, req, res, place, form, { read, done, status: 409 })
    res.redirect(303, paths.takeBack({ ...placeQuery(place), sheet: textOf(form, 'sheet'), said: 'saved', ...counts }))
  })

  return router
}

/** What a form that was sent is shown again with. */
interface Again {
  readonly read: ReadSheet
  readonly done?: TakenBack
  readonly status: number
}

async function showTakeBack(web: Web, req: Request, res: Response, place: DeskPlace, form: Form, again?: Again): Promise<void> {
  const language = languageOf(res)
  const city = await cityNow(web.house)
  const sheet = await theirSheet(web, res, place, form)
  const values = takeBackValues({ city, place, sheet, language, form, ...again })
  await showStaff(
    web,
    res,
    'desk/take-back',
    {
      ...values,
      title: wordsFor(language)('ticks.title'),
      officeName: place.office.name[language],
      choices: placeChoices(city, staffOf(res), place, language),
      isFuture: place.date > place.today,
      back: paths.desk(placeQuery(place)),
      wide: true,
      styles: ['desk.css', 'pack.css'],
      scripts: ['take-back.js'],
    },
    again?.status ?? 200,
  )
}

/** The lines of a sheet that this person may take back. */
async function theirSheet(web: Web, res: Response, place: DeskPlace, form: Form): Promise<SheetToTakeBack> {
  const number = /^\d{1,7}$/.exec(textOf(form, 'sheet'))?.[0]
  const day = { officeId: place.office.id, date: place.date }
  const sheet = await sheetToTakeBack(web.house, day, number === undefined ? undefined : Number(number))
  const { departmentId, deskGroupId, deskId } = scopeOf(place)
  const lines = sheet.lines.filter(
    line =>
      may(staffOf(res).roles, 'check-in', place.office.id, line.departmentId) &&
      (departmentId === undefined || line.departmentId === departmentId) &&
      (deskGroupId === undefined || line.deskGroupId === deskGroupId) &&
      (deskId === undefined || line.deskId === deskId),
  )
  return { ...sheet, lines }
}
