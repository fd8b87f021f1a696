import { languages } from '../city.ts'
import type { City, Language } from '../city.ts'
import { foldedWords } from './folding.ts'
import type { Service } from './service.ts'

/**
 * The services that match what a resident typed, best first; none for a blank query. It forgives missing diacritics,
 * word endings and one mistyped letter, reads Cyrillic and Latin, and looks in every language at once.
 *
 * A word that some service has as it was typed is not looked for in words that are only somewhat like it. Kept are those that match as many of the words as any service does. Names weigh more than keywords, and names in
 * the reader's own language most; what weighs the same stays in the city's order.
 */
export function searchServices(city: City, query: string, language: Language): Service[] {
  const asked = [...new Set(foldedWords(joinedCodes(query)))].filter(word => !fillers.has(word))
  const texts = city.services.map(service => wordsToSearch(service, language))
  const least = asked.map(word => leastLikeness(texts, word))
  const found = city.services
    .map((service, place) => ({ service, ...matchOf(texts[place] ?? [], asked, least) }))
    .filter(({ matched }) => matched > 0)
  const most = Math.max(0, ...found.map(({ matched }) => matched))
  return found
    .filter(({ matched }) => matched === most)
    .sort((one, other) => other.weight - one.weight)
    .map(({ service }) => service)
}

/** Little words that would match everywhere and say nothing. */
const fillers: ReadonlySet<string> = new Set(
  foldedWords(
    'o do na w we z ze i lub dla od za po a an the to of in on for or and my your і й та або в у до на за із зі про для',
  ),
)

const weights = { code: 6, ownName: 4, ownKeyword: 3, otherName: 2, otherKeyword: 1.5 }

interface WeighedWord {
  readonly word: string
  readonly weight: number
  /** The number of a procedure is found as it is, or not at all. */
  readonly exactly?: true
}

const foldedOnce = new WeakMap<Service, Map<Language, WeighedWord[]>>()

function wordsToSearch(service: Service, language: Language): WeighedWord[] {
  const known = foldedOnce.get(service) ?? new Map<Language, WeighedWord[]>()
  foldedOnce.set(service, known)
  const words = known.get(language) ?? foldedService(service, language)
  known.set(language, words)
  return words
}

function foldedService(service: Service, language: Language): WeighedWord[] {
  const code = service.procedure
    ? [{ word: foldedWords(joinedCodes(service.procedure)).join(''), weight: weights.code, exactly: true as const }]
    : []
  const texts = languages.flatMap(each => [
    ...weighed(service.name[each], each === language ? weights.ownName : weights.otherName),
    ...weighed(service.keywords[each], each === language ? weights.ownKeyword : weights.otherKeyword),
  ])
  return [...code, ...texts]
}

/** `SA-08`, `sa 8` and `SA8` all as `SA8`. */
function joinedCodes(text: string): string {
  return text.replace(/\b([a-z]{2})[\s-]?0*(\d{1,2})\b/gi, '$1$2')
}

function weighed(text: string, weight: number): WeighedWord[] {
  return foldedWords(text).map(word => ({ word, weight }))
}

/** How like an asked word a known one must be: more, where some service has the word or one that begins with it. */
function leastLikeness(texts: readonly (readonly WeighedWord[])[], asked: string): number {
  const isKnown = texts.some(words => words.some(known => likenessTo(known, asked) >= 0.9))
  return isKnown ? 0.75 : 0
}

/** How many of the words asked for a text has, and how well it has them. */
function matchOf(words: readonly WeighedWord[], asked: readonly string[], least: readonly number[]) {
  const best = asked.map((word, place) => {
    const alike = words.map(known => ({ known, likeness: likenessTo(known, word) }))
    const enough = alike.filter(({ likeness }) => likeness >= (least[place] ?? 0))
    return Math.max(0, ...enough.map(({ known, likeness }) => known.weight * likeness))
  })
  return { matched: best.filter(weight => weight > 0).length, weight: best.reduce((sum, weight) => sum + weight, 0) }
}

function likenessTo(known: WeighedWord, asked: string): number {
  if (known.exactly) return known.word === asked ? 1 : 0
  const root = withoutPrefix(asked)
  return Math.max(likeness(asked, known.word), root === asked ? 0 : 0.9 * likeness(root, known.word))
}

/** Polish verbs put a prefix before what the name of a matter begins with: *zarejestrować*, *rejestracja*. */
function withoutPrefix(word: string): string {
  return word.replace(/^(za|vy|prze|od)(?=.{6})/, '')
}

/** From 0 (another word) to 1 (the same). */
function likeness(asked: string, known: string): number {
  if (asked === known) return 1
  if (asked.length >= 3 && known.startsWith(asked)) return 0.9
  const shared = sharedStart(asked, known)
  const longer = Math.max(asked.length, known.length)
  if (shared >= 3 && shared >= 0.7 * longer) return 0.8
  if (shared >= 6) return 0.75
  if (shared >= 4 && shared >= 0.6 * longer) return 0.7
  return asked.length >= 5 && oneLetterApart(asked, known) ? 0.6 : 0
}

function sharedStart(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length += 1
  return length
}

/** Whether one letter typed wrongly, left out, added, or swapped with the next makes the words equal. */
function oneLetterApart(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  const start = sharedStart(one, other)
  const [restOfOne, restOfOther] = [one.slice(start), other.slice(start)]
  return (
    restOfOne.slice(1) === restOfOther.slice(1) ||
    restOfOne.slice(1) === restOfOther ||
    restOfOne === restOfOther.slice(1) ||
    (restOfOne[0] === restOfOther[1] && restOfOne[1] === restOfOther[0] && restOfOne.slice(2) === restOfOther.slice(2))
  )
}
