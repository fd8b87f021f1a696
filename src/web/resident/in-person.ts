import type { Language } from '../../domain/city.ts'
import type { Service } from '../../domain/service/service.ts'
import { formatDate } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import type { NextTime, NextTimesAsked } from './next-times.ts'
import type { WalkIn } from './walk-in.ts'

/** Where and when one can come for a matter: to the next free times, or without an appointment. */
export function inPersonValues(
  { service, to }: NextTimesAsked,
  next: readonly NextTime[],
  walkIns: readonly WalkIn[],
  language: Language,
) {
  return {
    intro: introOf(service, next, isOnlyWay(service), language).join(' '),
    next: next.map(({ office, ...each }) => ({ ...each, name: office.name[language], address: office.address })),
    walkIns,
    lastDate: formatDate(to, language, 'short'),
  }
}

/** What a visit is for a matter: forced or not, by appointment or without, or at no office in the days that can be booked. */
function introOf(service: Service, next: readonly NextTime[], onlyWay: boolean, language: Language): string[] {
  const t = wordsFor(language)
  if (service.ways.appointment === 'not-needed') return [t('service.no-appointment-more')]
  const required = service.ways.inPerson === 'required' ? [t('service.in-person-required')] : []
  const reachable = next.some(({ none }) => !none || none.mayOpen)
  if (!reachable) return [...required, t('service.no-office')]
  if (required.length > 0) return required
  const either = next.some(({ ticketToo }) => ticketToo)
  if (onlyWay) return [either ? t('service.in-person-only-either') : t('service.in-person-only')]
  return [either ? t('service.in-person-either') : t('service.in-person-optional')]
}

/** A visit may not be necessary and still the only way that the city has named. */
function isOnlyWay({ ways }: Service): boolean {
  return ways.online === undefined && !ways.dropBox && !ways.post
}
