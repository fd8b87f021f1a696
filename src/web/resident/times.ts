import { Router, type Request, type Response } from 'express'
import { addDays } from '../../domain/calendar.ts'
import type { City } from '../../domain/city.ts'
import type { Service } from '../../domain/service/service.ts'
import { officesOf } from '../../domain/service/offices-of.ts'
import { wordsFor } from '../../language/words.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { offersOf } from '../../use-cases/resident/offers-of.ts'
import { officeNamed } from '../api/known.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import type { Web } from '../web.ts'
import { sendStanding, showResident } from './frame.ts'
import { nextTimes, offersEverywhere, type NextTime, type NextTimesAsked } from './next-times.ts'
import { readParty, type PartyAnswer } from './party-form.ts'
import { partyFields, timesPath } from './party-query.ts'
import { partyValues } from './party-view.ts'
import { requestedService, textOf } from './requested.ts'
import { timesValues } from './times-view.ts'
import { withoutGround } from './upstairs.ts'
import { windowOf } from './window.ts'

/** The free times of a matter: the offices to choose from, then the days and times of one. */
export function timesRoutes(web: Web): Router {
  return Router().get('/services/:service/times', async (req, res) => {
    const city = await cityNow(web.house)
    const service = requestedService(city, req)
    if (service.ways.appointment === 'not-needed') return res.redirect(303, paths.service(service.id))

    const answer = readParty(req.query, city, service, languageOf(res))
    const offices = officesOf(city, service)
    const asked = textOf(req.query, 'office')
    const officeId = asked === '' && offices.length === 1 ? offices[0]?.id : asked
    if (!officeId) return sendOffices(web, req, res, city, service, answer)
    if (answer.errors.length > 0) return showErrors(web, res, city, service, answer, officeId)
    return sendTimes(web, req, res, city, service, answer, officeNamed(city, officeId).id)
  })
}

/** The page of one office, made anew only when its days have changed. */
async function sendTimes(
  web: Web,
  req: Request,
  res: Response,
  city: City,
  service: Service,
  answer: PartyAnswer,
  officeId: string,
) {
  const language = languageOf(res)
  const today = web.house.clock.now(city.organisation.timeZone).date
  const shown = windowOf(textOf(req.query, 'date'), today, city.policy.horizonDays)
  const offers = await offersOf(web.house, {
    serviceId: service.id,
    officeIds: [officeId],
    ...answer.asked,
    channel: 'web',
    from: shown.from,
    to: shown.to,
  })
  sendStanding(web, req, res, city, {
    view: 'resident/times',
    state: offers.etag,
    values: () => ({
      title: wordsFor(language)('times.title'),
      scripts: ['times.js'],
      ...timesValues({
        city,
        service,
        officeId,
        language,
        today,
        shown,
        days: offers.offices[0]?.days ?? [],
        needs: answer.asked.needs,
      }),
      ...partyValues({ city, service, answer, language, today, to: shown.to }),
      formPath: paths.times(service.id),
      dayPath: (date: string) => timesPath(service, { office: officeId, date }, answer.asked),
      officePath: (id: string) => timesPath(service, { office: id }, answer.asked),
      upstairsPath: timesPath(service, { office: officeId }, { ...answer.asked, needs: withoutGround(city, answer.asked.needs) }),
      officesPath: timesPath(service, {}, answer.asked),
      manyOffices: officesOf(city, service).length > 1,
      action: paths.holds(),
      hidden: [['service', service.id], ['office', officeId], ...partyFields(answer.asked, service)],
      moving: undefined,
    }),
  })
}

async function showErrors(web: Web, res: Response, city: City, service: Service, answer: PartyAnswer, officeId: string) {
  const language = languageOf(res)
  const today = web.house.clock.now(city.organisation.timeZone).date
  const shown = windowOf('', today, city.policy.horizonDays)
  const values = {
    title: wordsFor(language)('times.title'),
    ...timesValues({ city, service, officeId: officeNamed(city, officeId).id, language, today, shown, days: [], needs: [] }),
    ...partyValues({ city, service, answer, language, today, to: shown.to }),
    formPath: paths.times(service.id),
    officesPath: timesPath(service, {}, answer.asked),
    manyOffices: officesOf(city, service).length > 1,
    moving: undefined,
  }
  await showResident(web, res, 'resident/times', values, 422)
}

/** The next free time at each office that does the matter. */
async function sendOffices(web: Web, req: Request, res: Response, city: City, service: Service, answer: PartyAnswer) {
  const language = languageOf(res)
  const { date: today } = web.house.clock.now(city.organisation.timeZone)
  const to = addDays(today, city.policy.horizonDays)
  const values = (next: readonly NextTime[]) => ({
    title: wordsFor(language)('times.choose-office'),
    scripts: ['times.js'],
    service: { id: service.id, name: service.name[language] },
    office: undefined,
    formPath: paths.times(service.id),
    ...partyValues({ city, service, answer, language, today, to: windowOf('', today, city.policy.horizonDays).to }),
    next,
  })
  if (answer.errors.length > 0) return showResident(web, res, 'resident/offices', values([]), 422)

  const asked: NextTimesAsked = { city, service, party: answer.asked, from: today, to }
  const offers = await offersEverywhere(web.house, asked)
  sendStanding(web, req, res, city, {
    view: 'resident/offices',
    state: offers.etag,
    values: () => values(nextTimes(asked, offers.offices, language)),
  })
}
