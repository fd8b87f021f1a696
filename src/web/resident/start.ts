import { Router } from 'express'
import { addDays, type OfficeDate } from '../../domain/calendar.ts'
import type { City, Language } from '../../domain/city.ts'
import { holidayOn } from '../../domain/holidays.ts'
import type { Service } from '../../domain/service/service.ts'
import { topics, type Topic } from '../../domain/service/topic.ts'
import { searchServices } from '../../domain/service/search.ts'
import { formatDate } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { nextOpenings, openingsOn, type Openings } from '../../use-cases/resident/openings-on.ts'
import { languageOf } from '../middleware/language.ts'
import type { Web } from '../web.ts'
import { sendStanding } from './frame.ts'
import { isServedWithoutAppointment, matterEntry } from './matter-entry.ts'
import { rulesToday, todayAtOffices } from './today.ts'

/** The first page: search, topics, and how the city receives people today. */
export function startRoutes(web: Web): Router {
  return Router().get('/', async (req, res) => {
    const city = await cityNow(web.house)
    const { date } = web.house.clock.now(city.organisation.timeZone)
    const asked: Asked = {
      query: text(req.query['q']).slice(0, 100).trim(),
      topic: topics.find(each => each === req.query['topic']),
    }
    const openings = await openingsOn(web.house, date)
    const isShut = openings.offices.every(({ hours }) => hours.length === 0)
    const next = isShut ? await nextOpenings(web.house, date, addDays(date, city.policy.horizonDays)) : undefined
    sendStanding(web, req, res, city, {
      view: 'resident/start',
      state: `${openings.etag} ${next?.etag ?? ''}`,
      values: () => ({
        ...startValues(city, asked, date, openings, languageOf(res)),
        ...shutValues(city, date, next, languageOf(res)),
      }),
    })
  })
}

interface Asked {
  readonly query: string
  readonly topic: Topic | undefined
}

function startValues(city: City, { query, topic }: Asked, date: OfficeDate, openings: Openings, language: Language) {
  const entry = (service: Service) => matterEntry(city, service, date, language)
  return {
    title: headingOf({ query, topic }, language),
    scripts: ['search.js'],
    query,
    topic,
    found: foundIn(city, { query, topic }, language)?.map(entry),
    topics: topics
      .map(each => ({ id: each, services: city.services.filter(service => service.topic === each).length }))
      .filter(({ services }) => services > 0),
    date: formatDate(date, language),
    offices: todayAtOffices(city, openings.offices, language),
    rules: rulesToday(city, date, language),
    withoutAppointment: city.services.filter(service => isServedWithoutAppointment(city, service, date)).map(entry),
  }
}

/** On a day on which no office receives anybody: the holiday it is, and the next day on which some do. */
function shutValues(city: City, date: OfficeDate, next: Openings | undefined, language: Language) {
  const t = wordsFor(language)
  const holiday = next && holidayOn(date)
  const first = next?.offices[0]
  return {
    holiday: holiday && `${t(`holiday.${holiday}`)}.`,
    nextDay: first && t('home.next-day', { date: formatDate(first.date, language, 'day') }),
    nextOffices: next ? todayAtOffices(city, next.offices, language) : [],
  }
}

function foundIn(city: City, { query, topic }: Asked, language: Language): readonly Service[] | undefined {
  if (query !== '') return searchServices(city, query, language)
  return topic && city.services.filter(service => service.topic === topic)
}

function headingOf({ query, topic }: Asked, language: Language): string {
  const t = wordsFor(language)
  if (query !== '') return t('results.heading', { query })
  return topic ? t(`topic.${topic}`) : t('home.title')
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
