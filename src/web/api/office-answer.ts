import type { z } from 'zod'
import type { City, Language, Office, OpeningHours } from '../../domain/city.ts'
import { officesOf } from '../../domain/service/offices-of.ts'
import { clockTime } from '../../language/dates.ts'
import type { office } from './answers.ts'

/** An office as programs read it, in one language. */
export function officeAnswer(city: City, each: Office, language: Language): z.output<typeof office> {
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
    services: city.services.filter(service => officesOf(city, service).includes(each)).map(service => service.id),
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
