import type { OfficeDate } from '../../domain/calendar.ts'
import type { City, Language } from '../../domain/city.ts'
import { waysOf } from '../../domain/service/channels.ts'
import type { Service } from '../../domain/service/service.ts'
import { wordsFor } from '../../language/words.ts'
import { paths } from '../paths.ts'

/** A matter as a line of a list: its name, its address, and the ways to settle it in a word each. */
export interface MatterEntry {
  readonly name: string
  readonly path: string
  readonly ways: readonly string[]
}

/** A matter in words, for a list; boxes are named while any stand. */
export function matterEntry(city: City, service: Service, date: OfficeDate, language: Language): MatterEntry {
  const boxesStand = waysOf(city, service, date).some(way => way.kind === 'drop-box')
  return { name: service.name[language], path: paths.service(service.id), ways: waysInWords(service, boxesStand, language) }
}

function waysInWords({ ways }: Service, boxesStand: boolean, language: Language): string[] {
  const t = wordsFor(language)
  return [
    ...(ways.online ? [ways.online.extent === 'full' ? t('way.online') : t('way.partly-online')] : []),
    ...(boxesStand ? [t('way.drop-box')] : []),
    ...(ways.post ? [t('way.post')] : []),
    ways.appointment === 'not-needed' ? t('way.without-appointment') : t('way.in-person'),
  ]
}
