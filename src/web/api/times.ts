import { addDays, daysBetween, type OfficeDate } from '../../domain/calendar.ts'
import type { City } from '../../domain/city.ts'
import { clockTime } from '../../language/dates.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { offersOf, type OfficeOffer } from '../../use-cases/resident/offers-of.ts'
import { WrongFields } from '../faults.ts'
import { sendReady } from '../ready-answers.ts'
import { times } from './answers.ts'
import { servicePath, timesQuery } from './asked.ts'
import { read, type Call } from './call.ts'
import { knownNeeds, officeNamed, partyOf, serviceNamed } from './known.ts'

const mostDays = 190

export const listTimes: Call = {
  method: 'get',
  path: '/services/{service}/times',
  name: 'listTimes',
  summary: 'Free times of a matter, by office and day',
  description:
    'Each time says how many parties such as yours can still have it. Where nothing is free on a day, `reason` says why. ' +
    'The answer carries an `ETag`: asked again with `If-None-Match`, an unchanged answer is 304 and has no body.',
  open: true,
  inPath: servicePath,
  inQuery: timesQuery,
  answers: {
    200: { what: 'Free times.', schema: times },
    304: { what: 'Nothing has changed.' },
    404: { what: 'There is no such matter or office.' },
  },
  async run(web, req, res) {
    const asked = read(timesQuery, req.query)
    const city = await cityNow(web.house)
    const service = serviceNamed(city, req.params['service'] as string)
    const query = {
      serviceId: service.id,
      ...(asked.office && { officeIds: asked.office.map(text => officeNamed(city, text).id) }),
      ...datesAsked(asked, web.house.clock.now(city.organisation.timeZone).date, city),
      party: partyOf(asked.persons, asked.companions),
      needs: knownNeeds(city, asked.needs),
      groups: [...new Set(asked.groups)].sort(),
      channel: 'web',
    } as const

    const offers = await offersOf(web.house, query)
    sendReady(web.ready, req, res, {
      key: `api times ${JSON.stringify(query)}`,
      state: offers.etag,
      type: 'application/json',
      cacheControl: 'no-cache',
      make: () => JSON.stringify({ service: service.id, offices: offers.offices.map(officeTimes) }),
    })
  },
}

function datesAsked(asked: { from?: OfficeDate | undefined; to?: OfficeDate | undefined }, today: OfficeDate, city: City) {
  const from = asked.from ?? today
  const horizon = addDays(today, city.policy.horizonDays)
  const to = asked.to ?? (horizon < from ? from : horizon)
  const days = daysBetween(from, to) + 1
  if (days < 1) throw new WrongFields({ to: 'must not be before from' })
  if (days > mostDays && asked.to !== undefined)
    throw new WrongFields({ to: `must be at most ${mostDays} days from the first date` })
  return { from, to: days > mostDays ? addDays(from, mostDays - 1) : to }
}

function officeTimes({ officeId, days }: OfficeOffer) {
  return {
    office: officeId,
    days: days.map(({ date, times: free, refusal }) => ({
      date,
      times: free.map(({ start, places }) => ({ time: clockTime(start), places })),
      ...(refusal && { reason: refusal.reason }),
    })),
  }
}
