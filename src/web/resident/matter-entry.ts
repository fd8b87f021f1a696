import type { Language } from '../../domain/city.ts'
import type { Service } from '../../domain/service/service.ts'
import { wordsFor } from '../../language/words.ts'
import { paths } from '../paths.ts'

/** A matter as a line of a list: its name, its address, and the ways to settle it in a word each. */
export interface MatterEntry {
  readonly name: string
  readonly path: string
  readonly ways: readonly string[]
}

/** A matter in words, for a list. */
export function matterEntry(service: Service, language: Language): MatterEntry {
  return { name: service.name[language], path: paths.service(service.id), ways: waysInWords(service, language) }
}

function waysInWords({ ways }: Service, language: Language): string[] {
  const t = wordsFor(language)
  return [
    ...(ways.online ? [ways.online.extent === 'full' ? t('way.online') : t('way.partly-online')] : []),
    ...(ways.dropBox ? [t('way.drop-box')] : []),
    ...(ways.post ? [t('way.post')] : []),
    ways.appointment === 'not-needed' ? t('way.without-appointment') : t('way.in-person'),
  ]
}
