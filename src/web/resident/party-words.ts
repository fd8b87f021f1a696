import type { Party } from '../../domain/booking/booking.ts'
import { companionKinds } from '../../domain/capacity/occupancy-rule.ts'
import type { City, Language } from '../../domain/city.ts'
import { wordsFor } from '../../language/words.ts'

/** Who comes: `3 osoby, w tym 2 dzieci do ukończenia 13 lat`; where everybody is of a kind, only that. */
export function partyInWords({ persons, companions }: Party, language: Language): string {
  const t = wordsFor(language)
  const all = t('count.persons', { count: persons })
  const kinds = companionKinds.map(kind => ({ kind, count: companions[kind] ?? 0 })).filter(({ count }) => count > 0)
  if (kinds.length === 0) return all

  const named = kinds.map(({ kind, count }) => t(`party.${kind}`, { count })).join(', ')
  const everybody = kinds.reduce((sum, { count }) => sum + count, 0) === persons
  return everybody ? named : t('party.with', { persons: all, companions: named })
}

/** What was asked for, each by its name, in the city's order. */
export function needsInWords(city: City, needs: readonly string[], language: Language): string[] {
  return city.needs.filter(({ id }) => needs.includes(id)).map(({ name }) => name[language])
}
