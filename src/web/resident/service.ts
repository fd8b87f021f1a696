import { Router } from 'express'
import { addDays, type OfficeDate } from '../../domain/calendar.ts'
import type { City, Language } from '../../domain/city.ts'
import { waysOf } from '../../domain/service/channels.ts'
import { officesOf } from '../../domain/service/offices-of.ts'
import type { Service } from '../../domain/service/service.ts'
import { formatDate } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { openingsIn } from '../../use-cases/resident/openings-on.ts'
import { languageOf } from '../middleware/language.ts'
import type { Web } from '../web.ts'
import { documentsInWords, feeInWords } from './documents.ts'
import { sendStanding } from './frame.ts'
import { inPersonValues } from './in-person.ts'
import { nextTimes, offersEverywhere, type NextTimesAsked } from './next-times.ts'
import { plainParty } from './party-form.ts'
import { requestedService } from './requested.ts'
import { walkInsOf } from './walk-in.ts'

/** A matter: every way to settle it before any calendar, and what to prepare. */
export function serviceRoutes(web: Web): Router {
  return Router().get('/services/:service', async (req, res) => {
    const language = languageOf(res)
    const city = await cityNow(web.house)
    const service = requestedService(city, req)
    const now = web.house.clock.now(city.organisation.timeZone)
    const { date } = now
    const asked: NextTimesAsked = {
      city,
      service,
      party: plainParty(service),
      from: date,
      to: addDays(date, city.policy.horizonDays),
    }
    const booked = service.ways.appointment === 'needed'
    const officeIds = officesOf(city, service).map(({ id }) => id)
    const offers = booked ? await offersEverywhere(web.house, asked) : undefined
    const openings = booked ? undefined : await openingsIn(web.house, officeIds, asked.from, asked.to)
    sendStanding(web, req, res, city, {
      view: 'resident/service',
      state: offers?.etag ?? openings?.etag ?? '',
      values: () => ({
        ...serviceValues(city, service, date, language),
        ...inPersonValues(
          asked,
          offers ? nextTimes(asked, offers.offices, language) : [],
          openings ? walkInsOf(city, service, openings.offices, now, language) : [],
          language,
        ),
      }),
    })
  })
}

/** What the matter is, and its ways. */
function serviceValues(city: City, service: Service, date: OfficeDate, language: Language) {
  const t = wordsFor(language)
  const department = city.departments.find(({ id }) => id === service.departmentId)
  return {
    title: service.name[language],
    service: {
      id: service.id,
      name: service.name[language],
      topic: service.topic,
      procedure: service.procedure,
      department: department?.name[language],
      departmentInPolish: department?.name.pl,
      note: service.note?.[language],
      legalBasis: service.provenance === 'assumed' ? undefined : service.legalBasis,
      legalBasisUnsure: service.provenance !== 'verified',
      duration: t('service.duration-value', { count: service.durationMinutes }),
      personsAtLeast: service.personsAtLeast,
      dropBox: service.ways.dropBox,
      onlineNever: service.ways.online === undefined && service.provenance === 'verified',
    },
    fee: feeInWords(service, language),
    documents: documentsInWords(city, service, language),
    ways: waysOf(city, service, date),
    forced: service.ways.inPerson === 'required',
    needed: service.ways.appointment === 'needed',
    untilInWords: (until: string) => formatDate(until, language, 'long'),
  }
}
