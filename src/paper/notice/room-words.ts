import type { CompanionKind } from '../../domain/capacity/occupancy-rule.ts'
import { formatDate } from '../../language/dates.ts'
import type { Words } from '../../language/words.ts'
import { limitInWords } from '../sheet/limit-words.ts'
import { basis, type NoticeWords, type Of, type Told } from './told.ts'
import type { LimitNotice } from './notice.ts'

/** How many persons may be in a room. */
export function limitWords(
  { room, building, times, validFrom, rule, legalBasis, own, exempt = [] }: LimitNotice,
  { say, language }: Told,
): NoticeWords {
  const persons = times[0]?.persons ?? 0
  const changes = times.some(span => span.persons !== persons)
  return {
    heading: say(building ? 'notice.limit-building' : 'notice.limit'),
    ...(!changes && { figure: { number: String(persons), unit: say('notice.limit-unit', { count: persons }) } }),
    lines: [room[language], ...(changes ? limitInWords({ times }, language).split(', ') : [])],
    sentences: [
      say(changes ? 'notice.limit-changes' : 'notice.limit-at-once'),
      ...(rule ? [rule[language]] : []),
      ...exemptInWords(exempt, say),
    ],
    small: [
      ...(validFrom ? [say('notice.valid-from', { date: formatDate(validFrom, language, 'long') })] : []),
      ...basis(legalBasis, say),
      ...(own ? [say('pack.own-limit')] : []),
    ],
  }
}

/** How to behave in the building. */
export function conductWords({ topics, legalBases }: Of<'conduct'>, { say }: Told): NoticeWords {
  return {
    heading: say('notice.conduct'),
    lines: topics.map(topic => say(`conduct.${topic}`)),
    sentences: [],
    small: legalBases.length > 0 ? basis(legalBases.join('; '), say) : [],
  }
}

function exemptInWords(kinds: readonly CompanionKind[], say: Words): string[] {
  if (kinds.length === 0) return []
  const named = kinds.map(kind => say(`companion.${kind}`)).map(name => name.charAt(0).toLowerCase() + name.slice(1))
  return [say('notice.limit-exempt', { kinds: named.join(', ') })]
}
