import type { City, Language } from '../../domain/city.ts'
import type { Service } from '../../domain/service/service.ts'
import { formatMoney } from '../../language/numbers.ts'
import { wordsFor } from '../../language/words.ts'

/** What to bring, in words. */
export function documentsInWords(city: City, service: Service, language: Language): string[] {
  return service.documentIds
    .flatMap(id => city.documents.filter(document => document.id === id))
    .map(({ name }) => name[language])
}

/** A fee in words, and what else is to be said of it. An amount that no source confirms is marked as one to ask about. */
export function feeInWords({ fee }: Service, language: Language): { readonly amount: string; readonly notes: readonly string[] } {
  const t = wordsFor(language)
  if (fee.pln === undefined) return { amount: fee.note?.[language] ?? t('service.fee-depends'), notes: [] }
  const unsure = fee.provenance !== 'verified'
  return {
    amount: amountOf(fee.pln, language),
    notes: [...(fee.note ? [fee.note[language]] : []), ...(unsure ? [t('service.fee-check')] : [])],
  }
}

function amountOf(pln: number, language: Language): string {
  return pln === 0 ? wordsFor(language)('service.fee-none') : formatMoney(pln, language)
}
