import { addDays, type OfficeDate } from '../../domain/calendar.ts'
import type { City, Language, Office } from '../../domain/city.ts'
import { floorsOf } from '../../domain/service/floors-of.ts'
import { officesOf } from '../../domain/service/offices-of.ts'
import { isServedIn } from '../../domain/service/served-in.ts'
import type { Service } from '../../domain/service/service.ts'
import { formatFloor } from '../../language/floors.ts'
import { wordsFor } from '../../language/words.ts'
import { unbroken } from './frame.ts'

/** An office that has no desk for a matter on the ground floor, where one is needed. */
export interface Upstairs {
  /** On which floors its desks are, and what is known of a lift. */
  readonly sentences: readonly string[]
  /** Offices that do the matter on the ground floor. */
  readonly instead: readonly Office[]
}

/** What to say of an office whose desks for a matter are all on other floors; `undefined` where nobody needs the ground floor. */
export function upstairsAt(
  city: City,
  service: Service,
  officeId: string,
  needs: readonly string[],
  today: OfficeDate,
  language: Language,
): Upstairs | undefined {
  const office = city.offices.find(({ id }) => id === officeId)
  const sentence = upstairsInWords(city, service, officeId, needs, language)
  if (!office || sentence === undefined) return undefined
  const lastDate = addDays(today, city.policy.horizonDays)
  return {
    sentences: [sentence, ...liftInWords(office, city.organisation.phone, language)],
    instead: officesOf(city, service)
      .filter(({ id }) => floorsOf(city, service, id).includes(0))
      .filter(each => isServedIn(city, service, each, today, lastDate)),
  }
}

/** On which floors an office does a matter, if the ground floor is needed and is none of them. */
export function upstairsInWords(
  city: City,
  service: Service,
  officeId: string,
  needs: readonly string[],
  language: Language,
): string | undefined {
  const floors = floorsOf(city, service, officeId)
  if (floors.length === 0 || floors.includes(0) || withoutGround(city, needs).length === needs.length) return undefined
  const floorsInWords = floors.map(floor => formatFloor(floor, language)).join(', ')
  return wordsFor(language)('none.upstairs', { floors: floorsInWords })
}

/** What is needed besides the ground floor. */
export function withoutGround(city: City, needs: readonly string[]): string[] {
  return needs.filter(id => !city.needs.some(need => need.id === id && need.groundFloorOnly))
}

/** A lift is promised only where somebody has checked. */
function liftInWords({ access }: Office, phone: string, language: Language): string[] {
  const t = wordsFor(language)
  if (access.assumed) return [t('none.upstairs-ask', { phone: unbroken(phone) })]
  return access.lift ? [t('none.upstairs-lift')] : []
}
