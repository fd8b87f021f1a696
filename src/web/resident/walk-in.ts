import type { Moment } from '../../domain/calendar.ts'
import type { City, Language } from '../../domain/city.ts'
import { admissionOf } from '../../domain/service/admission.ts'
import type { Service } from '../../domain/service/service.ts'
import { withId } from '../../domain/with-id.ts'
import { formatDate } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import type { Opening } from '../../use-cases/resident/openings-on.ts'
import { hoursInWords } from './today.ts'

/** An office that one can come to without an appointment, and when next. */
export interface WalkIn {
  readonly name: string
  readonly address: string
  /** On whether it is open today, unless its hours of today are still to come. */
  readonly when: string
}

/** Where one can come for a matter that needs no appointment: offices that serve it on one of these days, and the first of them. */
export function walkInsOf(city: City, service: Service, openings: readonly Opening[], now: Moment, language: Language): WalkIn[] {
  const served = openings.filter(opening => isServed(city, service, opening, now))
  return [...new Set(served.map(({ officeId }) => officeId))].flatMap(officeId => {
    const office = withId(city.offices, officeId)
    const first = served.find(opening => opening.officeId === officeId)
    const today = openings.find(opening => opening.officeId === officeId && opening.date === now.date)
    if (!office || !first) return []
    return [{ name: office.name[language], address: office.address, when: whenInWords(first, today, now, language) }]
  })
}

function isServed(city: City, service: Service, { officeId, date, hours, servicesOnly }: Opening, now: Moment): boolean {
  const office = withId(city.offices, officeId)
  if (!office || (servicesOnly && !servicesOnly.has(service.id))) return false
  const hasHours = hours.some(({ to }) => date !== now.date || to > now.minute)
  return hasHours && admissionOf(city, service, office, date) !== 'not-served'
}

function whenInWords(first: Opening, today: Opening | undefined, now: Moment, language: Language): string {
  const t = wordsFor(language)
  const hours = hoursInWords(first.hours, language)
  if (first.date === now.date) return t('service.open-today', { hours })
  const next = t('service.open-next', { date: formatDate(first.date, language, 'day'), hours })
  return today?.hours.length === 0 ? `${t('service.closed-today')}. ${next}` : next
}
