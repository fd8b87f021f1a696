import type { Response } from 'express'
import type { VisitRequest } from '../../domain/booking/booking.ts'
import { clockTime, formatMoment } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import type { BookingRefused } from '../../use-cases/errors.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { serviceNamed } from '../api/known.ts'
import { languageOf } from '../middleware/language.ts'
import type { Web } from '../web.ts'
import { showResident } from './frame.ts'
import { partyFields, timesPath, type Field } from './party-query.ts'
import { refusalInWords } from './refusal-words.ts'
import { upstairsInWords } from './upstairs.ts'

/** A wish that could not be had, and what goes on with it. */
export interface Taken {
  readonly refused: BookingRefused
  readonly request: VisitRequest
  /** Where the nearest times are sent to. */
  readonly action: string
  /** What was typed besides the visit: it goes on with the nearest times. */
  readonly kept: readonly Field[]
  /** For a move: where all times stand. */
  readonly allTimes?: string
  /** What still stands as it was, and the way on with it. */
  readonly standing?: { readonly sentence: string; readonly path: string; readonly goOn: string }
}

/** The page of a lost race, 409: why, the nearest free times at one click each, and nothing typed is lost. */
export async function showTaken(
  web: Web,
  res: Response,
  { refused, request, action, kept, allTimes, standing }: Taken,
): Promise<void> {
  const language = languageOf(res)
  const t = wordsFor(language)
  const city = await cityNow(web.house)
  const service = serviceNamed(city, request.serviceId)
  const upstairs = upstairsInWords(city, service, request.officeId, request.needs, language)
  const lostRace = upstairs === undefined && races.has(refused.refusal.reason)
  const asked = { party: request.party, needs: request.needs, groups: request.groups }
  web.metrics.bookingRefused(refused.refusal.reason)
  await showResident(
    web,
    res,
    'resident/taken',
    {
      title: lostRace ? t('taken.title') : t('taken.title-other'),
      lead: lostRace ? t('taken.lead') : t('taken.lead-other'),
      reason: upstairs ?? refusalInWords(city, refused.refusal, request.date, language),
      standing,
      action,
      hidden: [['service', service.id], ...partyFields(asked, service), ...kept],
      keptForCallers: refused.refusal.reason === 'channel-full',
      alternatives: refused.alternatives.map(({ officeId, date, start }) => ({
        officeId,
        at: `${date}T${clockTime(start)}`,
        moment: formatMoment(date, start, language),
        office: city.offices.find(({ id }) => id === officeId)?.name[language],
      })),
      allTimes: allTimes ?? timesPath(service, { office: request.officeId, date: request.date }, asked),
    },
    409,
  )
}

/** Reasons that come of somebody having been faster. */
const races: ReadonlySet<string> = new Set(['no-desk', 'zone-full', 'arrivals-full', 'channel-full'])
