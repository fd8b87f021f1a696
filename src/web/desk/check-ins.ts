import { Router, type Request, type Response } from 'express'
import type { City, Language } from '../../domain/city.ts'
import { formatMoment, formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { checkIn, type CheckIn } from '../../use-cases/desk/check-in.ts'
import { findVisit } from '../../use-cases/desk/find-visit.ts'
import { scannedCode } from '../../use-cases/entrance/scanned-code.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import { formOf, textOf } from '../resident/requested.ts'
import type { Web } from '../web.ts'
import { actingPlace, callOf, mayInOffice, note } from './acting.ts'
import { showDay } from './day.ts'
import { placeQuery, type DeskPlace } from './place.ts'
import { typedTime } from './search.ts'
import { toldQuery, type Message, type Told } from './told.ts'

/** Checking in by a code that was typed or scanned. */
export function checkInRoutes(web: Web): Router {
  return Router().post('/desk/check-ins', mayInOffice(web, 'check-in'), async (req, res) => {
    const place = await actingPlace(web, req, res)
    const typed = scannedCode(textOf(formOf(req), 'q'))
    const visit =
      typedTime(typed) === undefined
        ? await findVisit(web.house, { officeId: place.office.id, date: place.today }, typed)
        : undefined
    // A time, the end of a reference or a slip of the finger: the list shows what it could be.
    if (!visit) return res.redirect(303, paths.desk({ ...placeQuery(place), q: typed.slice(0, 50) }))
    await checkInNamed(web, req, res, place, visit.booking.number)
  })
}

/** Checks a visit in; what is in the way is told, 409, with a way on where there is one. */
export async function checkInNamed(web: Web, req: Request, res: Response, place: DeskPlace, number: number): Promise<void> {
  const anyway = textOf(formOf(req), 'anyway') === '1'
  const answer = await checkIn(web.house, place.office.id, number, { anyway })
  const language = languageOf(res)
  const told = toldOf(answer)
  if (!told) {
    const city = await cityNow(web.house)
    const message = { ...refusalOf(city, answer, language), ...(answer.kind === 'too-early' && { anyway: number }) }
    return showDay(web, res, place, message, 409)
  }
  if (answer.kind === 'checked-in') await note(web, res, place, { action: 'check-in', about: callOf(answer.visit) })
  res.redirect(303, paths.desk({ ...placeQuery(place), ...toldQuery(told) }))
}

function toldOf(answer: CheckIn): Told | undefined {
  if (answer.kind === 'already') return { key: 'already', about: callOf(answer.visit) }
  if (answer.kind !== 'checked-in') return undefined
  const told = { about: callOf(answer.visit), count: answer.lateMinutes, minute: answer.comeInAt }
  if (answer.asWalkIn) return { key: 'checked-in-walk-in', ...told }
  return { key: answer.lateMinutes > 0 ? 'checked-in-late' : 'checked-in', ...told }
}

function refusalOf(city: City, answer: CheckIn, language: Language): Message {
  const t = wordsFor(language)
  if (answer.kind === 'too-early')
    return { text: t('desk.check-in-early', { time: formatTime(answer.opensAt, language) }), tone: 'warn' }
  if (answer.kind === 'over') return { text: t('desk.check-in-over', { status: t(`desk.status-${answer.status}`) }), tone: 'bad' }
  if (answer.kind === 'wrong-office') {
    const office = city.offices.find(({ id }) => id === answer.officeId)?.name[language] ?? answer.officeId
    return {
      text: t('desk.check-in-wrong-office', { office, moment: formatMoment(answer.date, answer.start, language) }),
      tone: 'bad',
    }
  }
  if (answer.kind === 'wrong-day')
    return { text: t('desk.check-in-wrong-day', { moment: formatMoment(answer.date, answer.start, language) }), tone: 'bad' }
  const [next] = answer.kind === 'too-late' ? answer.alternatives : []
  const nearest = next ? t('desk.check-in-nearest', { moment: formatMoment(next.date, next.start, language) }) : ''
  return { text: `${t('desk.check-in-late')} ${nearest}`.trim(), tone: 'bad' }
}
