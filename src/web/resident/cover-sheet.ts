import { Router } from 'express'
import { waysOf } from '../../domain/service/channels.ts'
import { formatDate } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { NotFound } from '../../use-cases/errors.ts'
import { languageOf } from '../middleware/language.ts'
import type { Web } from '../web.ts'
import { showResident } from './frame.ts'
import { requestedService } from './requested.ts'

/**
 * The sheet that goes into the drop-box with an application: matter, department, date, and lines to fill in by hand. In other
 * languages it says everything in Polish too, because clerks read it. Once the boxes are gone, the ways that are left.
 */
export function coverSheetRoutes(web: Web): Router {
  return Router().get('/services/:service/cover-sheet', async (req, res) => {
    const language = languageOf(res)
    const city = await cityNow(web.house)
    const service = requestedService(city, req)
    if (!service.ways.dropBox) throw new NotFound('cover sheet')
    const { date } = web.house.clock.now(city.organisation.timeZone)
    const boxes = waysOf(city, service, date).flatMap(way => (way.kind === 'drop-box' ? way.boxes : []))
    const matter = { id: service.id, name: service.name, procedure: service.procedure }
    if (boxes.length === 0) {
      return showResident(web, res, 'resident/no-boxes', { title: wordsFor(language)('cover.gone-title'), service: matter })
    }

    await showResident(web, res, 'resident/cover-sheet', {
      title: wordsFor(language)('cover.title'),
      scripts: ['print.js'],
      inPolish: language === 'pl' ? undefined : wordsFor('pl'),
      service: matter,
      department: city.departments.find(({ id }) => id === service.departmentId)?.name,
      date: formatDate(date, language),
      boxes: boxes.map(({ address }) => address),
    })
  })
}
