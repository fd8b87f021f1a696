import { addDays, type OfficeDate } from '../../domain/calendar.ts'
import type { City, Language } from '../../domain/city.ts'
import { admissionOf } from '../../domain/service/admission.ts'
import { waysOf } from '../../domain/service/channels.ts'
import { officesOf } from '../../domain/service/offices-of.ts'
import { isServedIn } from '../../domain/service/served-in.ts'
import type { Service } from '../../domain/service/service.ts'
import { wordsFor } from '../../language/words.ts'
import { paths } from '../paths.ts'

/** A matter as a line of a list: its name, its address, and the ways to settle it in a word each. */
export interface MatterEntry {
  readonly name: string
  readonly path: string
  readonly ways: readonly string[]
}

/** A matter in words, for a list; boxes are named while any stand, visits while some office can be visited for it. */
export function matterEntry(city: City, service: Service, date: OfficeDate, language: Language): MatterEntry {
  return { name: service.name[language], path: paths.service(service.id), ways: waysInWords(city, service, date, language) }
}

/** Whether one may come for a matter without an appointment, at some office, in the stretch of dates that a date lies in. */
export function isServedWithoutAppointment(city: City, service: Service, date: OfficeDate): boolean {
  return officesOf(city, service).some(office => admissionOf(city, service, office, date) === 'no-appointment')
}

function waysInWords(city: City, service: Service, date: OfficeDate, language: Language): string[] {
  const t = wordsFor(language)
  const { ways } = service
  const boxesStand = waysOf(city, service, date).some(way => way.kind === 'drop-box')
  return [
    ...(ways.online ? [ways.online.extent === 'full' ? t('way.online') : t('way.partly-online')] : []),
    ...(boxesStand ? [t('way.drop-box')] : []),
    ...(ways.post ? [t('way.post')] : []),
    ...visitInWords(city, service, date, language),
  ]
}

function visitInWords(city: City, service: Service, date: OfficeDate, language: Language): string[] {
  const t = wordsFor(language)
  if (service.ways.appointment === 'not-needed')
    return isServedWithoutAppointment(city, service, date) ? [t('way.without-appointment')] : []
  const last = addDays(date, city.policy.horizonDays)
  return officesOf(city, service).some(office => isServedIn(city, service, office, date, last)) ? [t('way.in-person')] : []
}
