import { addDays } from '../../domain/calendar.ts'
import type { City, Language, Office } from '../../domain/city.ts'
import type { Service } from '../../domain/service/service.ts'
import { formatDate, formatMoment } from '../../language/dates.ts'
import type { House } from '../../use-cases/house.ts'
import { offersOf, type OfficeOffer } from '../../use-cases/resident/offers-of.ts'
import { noTimesInWords } from './no-times.ts'
import type { AskedParty } from './party-form.ts'
import { timesPath } from './party-query.ts'

/** An office that does a matter, and its next free time or, if there is none within the dates that can be booked, why. */
export interface NextTime {
  readonly office: Office
  readonly moment: string | undefined
  readonly noTimes: string
  readonly path: string
}

/** The next free time at every office that does a matter: the nearest first, offices without any last. */
export async function nextTimes(
  house: House,
  city: City,
  service: Service,
  asked: AskedParty,
  language: Language,
): Promise<NextTime[]> {
  const { date: from } = house.clock.now(city.organisation.timeZone)
  const to = addDays(from, city.policy.horizonDays)
  const lastDate = formatDate(to, language, 'short')
  const offers = await offersOf(house, {
    serviceId: service.id,
    ...asked,
    channel: 'web',
    from,
    to,
  })
  return offers.offices
    .map(offer => ({ offer, first: firstOf(offer) }))
    .toSorted((one, other) => rank(one.first) - rank(other.first))
    .flatMap(({ offer, first }) => {
      const office = city.offices.find(({ id }) => id === offer.officeId)
      if (!office) return []
      const path = timesPath(service, { office: office.id, ...(first && { date: first.date }) }, asked)
      const moment = first && formatMoment(first.date, first.start, language, 'day')
      return [{ office, moment, noTimes: moment ? '' : noTimesInWords(offer.days, lastDate, language), path }]
    })
}

interface FirstTime {
  readonly date: string
  readonly start: number
}

function firstOf(offer: OfficeOffer): FirstTime | undefined {
  const day = offer.days.find(({ times }) => times.length > 0)
  const time = day?.times[0]
  return day && time && { date: day.date, start: time.start }
}

/** Minutes by the calendar; offices without a free time come last. */
function rank(first: FirstTime | undefined): number {
  return first ? Date.parse(first.date) / 60_000 + first.start : Number.MAX_SAFE_INTEGER
}
