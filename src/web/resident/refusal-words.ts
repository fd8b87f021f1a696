import type { OfficeDate } from '../../domain/calendar.ts'
import type { City, Language } from '../../domain/city.ts'
import { holidayOn } from '../../domain/holidays.ts'
import type { Refusal } from '../../domain/booking/refusal.ts'
import { wordsFor } from '../../language/words.ts'
import { unbroken } from './frame.ts'
import { ruleInWords } from './today.ts'

/** Why a visit cannot be had, as a resident is told: the reason, and the rule behind it with its legal basis if that is verified. */
export function refusalInWords(city: City, refusal: Refusal, date: OfficeDate, language: Language): string {
  const t = wordsFor(language)
  const zone = city.zones.find(({ id }) => id === refusal.zoneId)?.name[language] ?? ''
  const holiday = refusal.reason === 'closed' ? holidayOn(date) : undefined
  const parts = [
    t(`refusal.${refusal.reason}`, { zone }),
    ...(holiday ? [`${t(`holiday.${holiday}`)}.`] : []),
    ...(refusal.reason === 'channel-full' ? [t('footer.help-at', { phone: unbroken(city.organisation.phone) })] : []),
    ...ruleOf(city, refusal.ruleId, language),
  ]
  return parts.join(' ')
}

function ruleOf(city: City, ruleId: string | undefined, language: Language): string[] {
  const t = wordsFor(language)
  return city.rules
    .filter(({ id }) => id === ruleId)
    .flatMap(rule => ruleInWords(rule, language))
    .map(({ text, legalBasis }) => (legalBasis ? `${text} ${t('rules.basis')}: ${legalBasis}.` : text))
}
