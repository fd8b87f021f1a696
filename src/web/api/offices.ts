import { z } from 'zod'
import type { City, Language, Office, OpeningHours } from '../../domain/city.ts'
import type { Service } from '../../domain/service/service.ts'
import { clockTime } from '../../language/dates.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { sendReady } from '../ready-answers.ts'
import { office } from './answers.ts'
import { languageQuery } from './asked.ts'
import { read, type Call } from './call.ts'

export const listOffices: Call = {
  method: 'get',
  path: '/offices',
  name: 'listOffices',
  summary: 'Every office, with its address, hours and matters',
  open: true,
  inQuery: languageQuery,
  answers: { 200: { what: 'The offices.', schema: z.array(office) } },
  async run(web, req, res) {
    const { lang } = read(languageQuery, req.query)
    const city = await cityNow(web.house)
    sendReady(web.ready, req, res, {
      key: `api offices ${lang}`,
      state: String(city.version),
      type: 'application/json',
      cacheControl: 'public, max-age=60',
      make: () => JSON.stringify(city.offices.map(each => officeAnswer(city, each, lang))),
    })
  },
}

/** Which offices deal with a matter: those that have one of its desk groups. */
export function officesOf(city: City, service: Service): string[] {
  const groups = city.deskGroups.filter(group => service.deskGroupIds.includes(group.id))
  return city.offices.map(each => each.id).filter(id => groups.some(group => group.officeId === id))
}

function officeAnswer(city: City, each: Office, language: Language): z.output<typeof office> {
  const { id, number, address, postalCode, location, timeZone, access } = each
  return {
    id,
    number,
    name: each.name[language],
    address,
    postalCode,
    city: each.city,
    timeZone,
    ...(location && { location }),
    ...(!access.assumed && { stepFree: access.stepFree }),
    opening: each.opening.map(openingAnswer),
    services: city.services.filter(service => officesOf(city, service).includes(id)).map(service => service.id),
  }
}

function openingAnswer({ validFrom, validTo, appointmentOnly, days }: OpeningHours) {
  const hours = Object.entries(days).map(([weekday, spans]) => [
    weekday,
    spans.map(({ from, to }) => ({ from: clockTime(from), to: clockTime(to) })),
  ])
  return {
    ...(validFrom !== undefined && { validFrom }),
    ...(validTo !== undefined && { validTo }),
    appointmentOnly,
    days: Object.fromEntries(hours) as Record<string, { from: string; to: string }[]>,
  }
}
