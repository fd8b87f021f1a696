import type { City, Language } from '../domain/city.ts'
import type { OfficeChange } from '../domain/booking/office-change.ts'
import { isWordKey, wordsFor } from './words.ts'

/** Why an office has changed a visit, in sentences: the reason, and the rule behind it where its text is verified. */
export function whyChanged(city: City, { refusal }: Pick<OfficeChange, 'refusal'>, language: Language): string[] {
  const t = wordsFor(language)
  const key = `changed.why-${refusal.reason}`
  const zone = city.zones.find(({ id }) => id === refusal.zoneId)?.name[language] ?? ''
  const rule = city.rules.find(({ id, provenance }) => id === refusal.ruleId && provenance === 'verified')
  const basis = rule?.legalBasis === undefined ? '' : ` ${t('rules.basis')}: ${rule.legalBasis}.`
  return [isWordKey(key) ? t(key, { zone }) : t('changed.why-other'), ...(rule?.text ? [`${rule.text[language]}${basis}`] : [])]
}
