import type { Language } from '../../domain/city.ts'
import { wordsFor } from '../../language/words.ts'

/** What a device or its printer complains of, in words; `undefined` for what only the device itself has words for. */
export function deviceErrorInWords(error: string | undefined, language: Language): string | undefined {
  const [, number] = /^unsure ([A-Z]\d{3})$/.exec(error ?? '') ?? []
  if (number !== undefined) return wordsFor(language)('device.error-unsure-number', { number })
  const known = knownErrors.find(each => each === error)
  return known && wordsFor(language)(`device.error-${known}`)
}

const knownErrors = ['no-printer', 'offline', 'refused', 'stalled', 'unsure'] as const
