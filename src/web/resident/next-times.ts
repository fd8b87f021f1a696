import type { OfficeDate } from '../../domain/calendar.ts'
import type { City, Language, Office } from '../../domain/city.ts'
import { admissionOf } from '../../domain/service/admission.ts'
import type { Service } from '../../domain/service/service.ts'
import { formatMoment } from '../../language/dates.ts'
import type { House } from '../../use-cases/house.ts'
import { offersOf, type OfficeOffer, type Offers } from '../../use-cases/resident/offers-of.ts'
import { noTimesOf, type NoTimes } from './no-times.ts'
import type { AskedParty } from './party-form.ts'
import { timesPath } from './party-query.ts'

/** An office that does a matter, and its next free time or, if there is none within the dates that can be booked, why. */
export interface NextTime {
  readonly office: Office
  readonly moment: string | undefined
  /** Absent where there is a time. */
  readonly none: NoTimes | undefined
  /** Whether one may come without an appointment too, and take a ticket at the entrance. */
  readonly ticketToo: boolean
  readonly path: string
}

/** For whom, and in which dates (both included), next free times are shown. */
export interface NextTimesAsked {
  readonly city: City
  readonly service: Service
  readonly party: AskedParty
  readonly from: OfficeDate
  readonly to: OfficeDate
}

/** What every office that does the matter offers. */
export function offersEverywhere(house: House, { service, party, from, to }: NextTimesAsked): Promise<Offers> {
  return offersOf(house, { serviceId: service.id, ...party, channel: 'web', from, to })
}

/** The next free time at each of these offices: the nearest first, offices without any last. */
export function nextTimes(
  { city, service, party, from, to }: NextTimesAsked,
  offices: readonly OfficeOffer[],
  language: Language,
): NextTime[] {
  const why = ({ officeId, days }: OfficeOffer) =>
    noTimesOf({ city, service, officeId, needs: party.needs, days, today: from, to }, language)
  return offices
    .map(offer => ({ offer, first: firstOf(offer) }))
    .toSorted((one, other) => rank(one.first) - rank(other.first))
    .flatMap(({ offer, first }) => {
      const office = city.offices.find(({ id }) => id === offer.officeId)
      if (!office) return []
      const ticketToo = admissionOf(city, service, office, from) === 'appointment-or-ticket'
      const path = timesPath(service, { office: office.id, ...(first && { date: first.date }) }, party)
      const moment = first && formatMoment(first.date, first.start, language, 'day')
      return [{ office, moment, none: moment ? undefined : why(offer), ticketToo, path }]
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
