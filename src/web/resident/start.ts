import { Router } from 'express'
import { topics, type Topic } from '../../domain/service/topic.ts'
import { searchServices } from '../../domain/service/search.ts'
import { formatDate } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { openingsOn } from '../../use-cases/resident/openings-on.ts'
import { languageOf } from '../middleware/language.ts'
import type { Web } from '../web.ts'
import { showResident } from './frame.ts'
import { matterEntry } from './matter-entry.ts'
import { rulesToday, todayAtOffices } from './today.ts'

/** The first page: search, topics, and how the city receives people today. */
export function startRoutes(web: Web): Router {
  return Router().get('/', async (req, res) => {
    const language = languageOf(res)
    const t = wordsFor(language)
    const city = await cityNow(web.house)
    const { date } = web.house.clock.now(city.organisation.timeZone)
    const query = text(req.query['q']).slice(0, 100).trim()
    const topic = topics.find(each => each === req.query['topic'])
    const found = query === '' ? servicesOf(topic) : searchServices(city, query, language)

    await showResident(web, res, 'resident/start', {
      title: heading(),
      scripts: ['search.js'],
      query,
      topic,
      found: found?.map(service => matterEntry(city, service, date, language)),
      topics: topics
        .map(each => ({ id: each, services: city.services.filter(service => service.topic === each).length }))
        .filter(({ services }) => services > 0),
      date: formatDate(date, language),
      offices: todayAtOffices(city, await openingsOn(web.house, date), language),
      rules: rulesToday(city, date, language),
      withoutAppointment: city.services
        .filter(service => service.ways.appointment === 'not-needed')
        .map(service => matterEntry(city, service, date, language)),
    })

    function servicesOf(asked: Topic | undefined) {
      return asked && city.services.filter(service => service.topic === asked)
    }

    function heading() {
      if (query !== '') return t('results.heading', { query })
      return topic ? t(`topic.${topic}`) : t('home.title')
    }
  })
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
