import type { Language } from '../../domain/city.ts'
import type { Service } from '../../domain/service/service.ts'
import { formatDate } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import type { Opening } from '../../use-cases/resident/openings-on.ts'
import type { NextTime, NextTimesAsked } from './next-times.ts'
import { hoursInWords } from './today.ts'

/** Where and when one can come for a matter. */
export function inPersonValues(
  { service, to }: NextTimesAsked,
  next: readonly NextTime[],
  openings: readonly Opening[],
  language: Language,
) {
  const t = wordsFor(language)
  return {
    intro: introOf(service, next, language).join(' '),
    next: next.map(({ office, moment, none, path }) => ({
      name: office.name[language],
      address: office.address,
      moment,
      none,
      path,
    })),
    lastDate: formatDate(to, language, 'short'),
    hoursToday: (officeId: string) => {
      const hours = openings.find(opening => opening.officeId === officeId)?.hours ?? []
      return hours.length > 0 ? t('service.open-today', { hours: hoursInWords(hours, language) }) : t('service.closed-today')
    },
  }
}

/** What a visit is for a matter: forced or not, by appointment or without, or at no office in the days that can be booked. */
function introOf(service: Service, next: readonly NextTime[], language: Language): string[] {
  const t = wordsFor(language)
  if (service.ways.appointment === 'not-needed') return [t('service.no-appointment-more')]
  const required = service.ways.inPerson === 'required' ? [t('service.in-person-required')] : []
  const reachable = next.some(({ none }) => !none || none.mayOpen)
  if (!reachable) return [...required, t('service.no-office')]
  return required.length > 0 ? required : [t('service.in-person-optional')]
}
