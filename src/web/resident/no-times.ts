import type { Refusal, RefusalReason } from '../../domain/booking/refusal.ts'
import type { Language } from '../../domain/city.ts'
import { wordsFor } from '../../language/words.ts'

/**
 * Why an office has no free time until a date, in one sentence: the reason that a resident can do most about. That places are
 * taken is said only where there were places.
 */
export function noTimesInWords(days: readonly { readonly refusal?: Refusal }[], lastDate: string, language: Language): string {
  const t = wordsFor(language)
  const reasons = new Set(days.map(({ refusal }) => refusal?.reason))
  const main = telling.find(reason => reasons.has(reason))
  if (main === undefined) return t('none.taken', { date: lastDate })
  if (main === 'closed') return t('none.closed', { date: lastDate })
  if (main === 'not-in-person') return t('none.not-in-person', { date: lastDate })
  if (main === 'zone-full') return t('none.zone-full', { date: lastDate })
  return taken.has(main) ? t('none.taken', { date: lastDate }) : t(`refusal.${main}`, { zone: '' })
}

/** What takes places away. */
const taken: ReadonlySet<RefusalReason> = new Set(['no-desk', 'arrivals-full'])

const telling: readonly RefusalReason[] = [
  ...(['party-too-large', 'channel-full', 'zone-full', 'no-desk', 'arrivals-full', 'protected'] as const),
  ...(['not-in-person', 'closed'] as const),
]
