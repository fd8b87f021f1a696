import { Router, type Response } from 'express'
import type { Party } from '../../domain/booking/booking.ts'
import type { City } from '../../domain/city.ts'
import { topics, type Topic } from '../../domain/service/topic.ts'
import { formatDate, formatTime } from '../../language/dates.ts'
import { clockTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { kioskOffer, type KioskOffer } from '../../use-cases/entrance/kiosk-offer.ts'
import { mattersHere, type MatterHere } from '../../use-cases/entrance/kiosk-matters.ts'
import type { Alternative } from '../../use-cases/errors.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { sum } from '../api/asked.ts'
import { newToken } from './kiosk-token.ts'
import { paths } from '../paths.ts'
import { refusalInWords } from '../resident/refusal-words.ts'
import { requestedService, textOf } from '../resident/requested.ts'
import type { Web } from '../web.ts'
import { mannerOf } from './kiosk-manner.ts'
import { linkMaker, showKiosk } from './kiosk-page.ts'
import { companionsAsked, partyQuery, partyShown, withPersons } from './kiosk-party.ts'
import { deviceOf } from './require-device.ts'

/** So many matters stand on one screen at most; in large text fewer. */
const mostOnScreen = 6
const mostLarge = 4
/** One row of times. */
const mostTimesLarge = 3

/** "I have none": the matters of today, and what can be had for each. */
export function kioskMatterRoutes(web: Web): Router {
  const router = Router()

  router.get('/entrance/kiosk/matters', async (req, res) => {
    const matters = await mattersHere(web.house, deviceOf(res).officeId)
    const topic = topics.find(each => each === textOf(req.query, 'topic'))
    const most = mannerOf(res).large ? mostLarge : mostOnScreen
    if (topic === undefined && matters.length > mostOnScreen) return showTopics(web, res, matters)
    const chosen = matters.filter(({ service }) => topic === undefined || service.topic === topic)
    const page = Math.max(1, Math.min(Number(textOf(req.query, 'page')) || 1, Math.ceil(chosen.length / most)))
    await showMatters(web, res, chosen, topic, { page, most })
  })

  router.get('/entrance/kiosk/matters/:service', async (req, res) => {
    const city = await cityNow(web.house)
    const service = requestedService(city, req)
    const party = partyShown(req.query, city, service)
    const offer = await kioskOffer(web.house, deviceOf(res).officeId, service.id, party)
    await showMatter(web, res, offer, party, textOf(req.query, 'taken') === '1')
  })

  return router
}

async function showTopics(web: Web, res: Response, matters: readonly MatterHere[]): Promise<void> {
  const t = wordsFor(mannerOf(res).language)
  const here = topics
    .map(topic => ({ topic, count: matters.filter(({ service }) => service.topic === topic).length }))
    .filter(({ count }) => count > 0)
  await showKiosk(web, res, 'kiosk-topics', { title: t('kiosk.topics-title'), lead: t('kiosk.topics-lead'), topics: here })
}

async function showMatters(
  web: Web,
  res: Response,
  matters: readonly MatterHere[],
  topic: Topic | undefined,
  { page, most }: { page: number; most: number },
): Promise<void> {
  const { language } = mannerOf(res)
  const t = wordsFor(language)
  const pages = Math.max(1, Math.ceil(matters.length / most))
  await showKiosk(web, res, 'kiosk-matters', {
    title: topic === undefined ? t('kiosk.topics-title') : t(`topic.${topic}`),
    lead: matters.length === 0 ? t('kiosk.matters-none') : t('kiosk.topics-lead'),
    topic,
    page,
    pages,
    matters: matters.slice((page - 1) * most, page * most).map(({ service, admission }) => ({
      id: service.id,
      name: service.name[language],
      byAppointment: admission === 'appointment-only',
    })),
  })
}

async function showMatter(web: Web, res: Response, offer: KioskOffer, party: Party, isTaken: boolean): Promise<void> {
  const { language, large } = mannerOf(res)
  const t = wordsFor(language)
  const city = await cityNow(web.house)
  const { service, admission, ticketAt, refusal, now } = offer
  const inWords = ({ date, start }: Alternative) => ({
    at: `${date}T${clockTime(start)}`,
    time: formatTime(start, language),
    day: date === now.date ? t('kiosk.today') : formatDate(date, language, 'day'),
  })
  const refused = refusal && refusalInWords(city, refusal, now.date, language)
  await showKiosk(web, res, 'kiosk-matter', {
    title: service.name[language],
    lead: leadOf(),
    serviceId: service.id,
    ...partyValues(city, res, offer, party),
    once: newToken(web),
    ticketAt: ticketAt === undefined ? undefined : formatTime(ticketAt, language),
    here: offer.here.slice(0, large ? mostTimesLarge : undefined).map(inWords),
    elsewhere: offer.elsewhere.map(time => ({
      ...inWords(time),
      office: time.officeId,
      name: city.offices.find(({ id }) => id === time.officeId)?.name[language] ?? '',
    })),
  })

  function leadOf(): string {
    if (isTaken) return t('kiosk.taken')
    if (admission === 'appointment-only') return t('kiosk.by-appointment')
    if (ticketAt !== undefined) return t('kiosk.ticket-lead')
    return refused === undefined ? t('kiosk.full-lead') : `${t('kiosk.full-lead')} ${refused}`
  }
}

/** How many come, and who of them is not counted: each choice is an address. */
function partyValues(city: City, res: Response, { service, now }: KioskOffer, party: Party) {
  const to = linkMaker(res)
  const { personsAtLeast } = service
  const kinds = companionsAsked(city, now.date)
  return {
    party: Object.entries(partyQuery(party)),
    personsToChoose: Array.from({ length: Math.max(1, city.policy.largestParty - personsAtLeast + 1) }, (_, index) => ({
      persons: personsAtLeast + index,
      path: to(query => paths.kioskMatter(service.id, query), partyQuery(withPersons(party, personsAtLeast + index))),
      isChosen: party.persons === personsAtLeast + index,
    })),
    companions: kinds.length > 0 && {
      count: sum(party.companions),
      path: to(query => paths.kioskCompanions(service.id, query), partyQuery(party)),
    },
  }
}
