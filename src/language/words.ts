import { IntlMessageFormat } from 'intl-messageformat'
import type { Language } from '../domain/city.ts'
import { en } from './en/index.ts'
import { pl } from './pl/index.ts'
import { uk } from './uk/index.ts'

/** A word or sentence that Okienko knows. Polish is the official text, so it names the keys. */
export type WordKey = keyof typeof pl

/** Values that stand in a sentence: numbers choose the plural, texts are put in as they are. */
export type WordArguments = Readonly<Record<string, string | number>>

/** Says a sentence by its key. */
export type Words = (key: WordKey, values?: WordArguments) => string

/** Every sentence by language. */
export const sentences: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = { pl, en, uk }

/** The locale by whose plural and number rules a language is written. */
export const locales: Readonly<Record<Language, string>> = { pl: 'pl-PL', en: 'en-GB', uk: 'uk-UA' }

/** The words of one language. Messages are ICU and parsed once. */
export function wordsFor(language: Language): Words {
  return speakers[language]
}

/** Whether a text is the key of a sentence; for keys put together from a closed list and another city's additions. */
export function isWordKey(key: string): key is WordKey {
  return Object.hasOwn(pl, key)
}

const speakers: Readonly<Record<Language, Words>> = { pl: speaker('pl'), en: speaker('en'), uk: speaker('uk') }

function speaker(language: Language): Words {
  const parsed = new Map<WordKey, IntlMessageFormat>()
  return (key, values) => {
    const sentence = sentences[language][key]
    if (!sentence.includes('{')) return sentence
    const known = parsed.get(key) ?? new IntlMessageFormat(sentence, locales[language], undefined, { ignoreTag: true })
    parsed.set(key, known)
    return String(known.format(values))
  }
}
