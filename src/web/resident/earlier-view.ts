import type { City, Language } from '../../domain/city.ts'
import { formatDate } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { officesDoing } from '../../use-cases/resident/offers-of.ts'
import { earlierWishOf } from '../../use-cases/resident/wait-for-earlier.ts'
import { paths } from '../paths.ts'
import type { Web } from '../web.ts'
import { keyOf, type FoundBooking } from './opened.ts'

/** What was typed into the form, shown again if it cannot be used. */
export interface EarlierTyped {
  readonly email: string
  readonly scope: string
  readonly until: string
}

/** The wish for an earlier time: the form, or that it is on. `undefined` on the day of the visit, when no day is earlier. */
export async function earlierValues(web: Web, city: City, booking: FoundBooking, language: Language, typed?: EarlierTyped) {
  const office = city.offices.find(({ id }) => id === booking.officeId)
  const today = web.house.clock.now(office?.timeZone ?? city.organisation.timeZone).date
  if (booking.date <= today || booking.status !== 'booked') return undefined
  const t = wordsFor(language)
  const wish = await earlierWishOf(web.house, booking)
  return {
    isOn: wish && t('earlier.is-on', { date: formatDate(wish.until, language) }),
    needsEmail: booking.contact.email === undefined,
    emailHint: t('earlier.email-hint', { days: city.policy.retentionDays }),
    scopes:
      officesDoing(city, booking.serviceId).length > 1
        ? (['office', 'any'] as const).map(scope => ({
            scope,
            label: scope === 'any' ? t('earlier.scope-any') : t('earlier.scope-office', { office: office?.name[language] ?? '' }),
            chosen: scope === (typed?.scope === 'any' ? 'any' : 'office'),
          }))
        : [],
    email: typed?.email ?? '',
    until: typed?.until ?? booking.date,
    /** Whether something else was chosen than what is offered at first. */
    narrowed: typed !== undefined && (typed.scope === 'any' || typed.until !== booking.date),
    first: today,
    last: booking.date,
    action: paths.earlierTime(booking.reference),
    endAction: paths.earlierTimeEnding(booking.reference),
    key: keyOf(web, booking.reference),
  }
}
