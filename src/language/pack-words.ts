import type { Language } from '../domain/city.ts'
import type { ConductTopic } from '../domain/capacity/occupancy-rule.ts'
import { scheduleWords } from './schedule-words.ts'
import { wordsFor } from './words.ts'

/** What a daily pack says that is no name of the city's: what a schedule says, and how to behave. */
export function packWords(language: Language) {
  return { ...scheduleWords(language), conduct: (topic: ConductTopic) => wordsFor(language)(`conduct.${topic}`) }
}
