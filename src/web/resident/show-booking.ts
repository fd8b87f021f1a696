import type { Request, Response } from 'express'
import type { Language } from '../../domain/city.ts'
import type { Moment } from '../../domain/calendar.ts'
import type { OfficeChange } from '../../domain/booking/office-change.ts'
import { wordsFor } from '../../language/words.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { cityToName } from '../../use-cases/resident/city-to-name.ts'
import { changeByOffice } from '../../use-cases/resident/keep-new-time.ts'
import { languageOf } from '../middleware/language.ts'
import type { Web } from '../web.ts'
import { bookingValues } from './booking-values.ts'
import { changeValues } from './change-view.ts'
import { showDetails } from './details.ts'
import { earlierValues, type EarlierTyped } from './earlier-view.ts'
import { showResident } from './frame.ts'
import type { FoundBooking } from './opened.ts'
import type { FieldError } from './party-form.ts'
import { textOf } from './requested.ts'
import { todayValues } from './today-view.ts'

/** A form of the page that could not be used: what was typed, and what is wrong with it. */
export interface BookingAnswer {
  readonly errors: readonly FieldError[]
  readonly earlier?: EarlierTyped
}

/** The page of a booking as it stands: held, booked, or what has become of it. With an answer it is shown again, 422. */
export async function showBooking(
  web: Web,
  req: Request,
  res: Response,
  booking: FoundBooking,
  answer?: BookingAnswer,
): Promise<void> {
  const language = languageOf(res)
  const city = await cityNow(web.house)
  const named = await cityToName(web.house)
  const now = web.house.clock.now(city.organisation.timeZone)
  const standing = standingOf(booking, now)
  if (standing === 'held') return showDetails(web, res, booking)

  const change = await changeByOffice(web.house, booking)
  const values = {
    title: titleOf(standing, change, language),
    scripts: ['print.js'],
    standing,
    ...(await bookingValues(web, req, named, booking, language)),
    errors: answer?.errors ?? [],
    change: change && changeValues(web, named, booking, change, language),
  }
  if (standing !== 'booked') return showResident(web, res, 'resident/past', values, answer ? 422 : 200)
  const own = {
    moved: textOf(req.query, 'moved') !== '',
    today: await todayValues(web, booking, language),
    earlier: await earlierValues(web, city, booking, language, answer?.earlier),
  }
  await showResident(web, res, 'resident/confirmed', { ...values, ...own }, answer ? 422 : 200)
}

type Standing = 'held' | 'booked' | 'cancelled' | 'expired' | 'displaced' | 'past'

function standingOf({ status, date, end }: FoundBooking, now: Moment): Standing {
  if (status === 'held' || status === 'cancelled' || status === 'expired' || status === 'displaced') return status
  const over = date < now.date || (date === now.date && end <= now.minute)
  return over || status === 'served' || status === 'no-show' ? 'past' : 'booked'
}

function titleOf(standing: Exclude<Standing, 'held'>, change: OfficeChange | undefined, language: Language): string {
  const t = wordsFor(language)
  if (standing === 'cancelled' && change) return t('changed.called-off-title')
  return standing === 'booked' ? t('confirmed.title') : t(`booking.${standing}-title`)
}
