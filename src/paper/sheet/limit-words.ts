import { formatTime } from '../../language/dates.ts'
import type { Span } from '../../domain/calendar.ts'
import type { Language } from '../../domain/city.ts'
import { wordsFor } from '../../language/words.ts'
import type { RoomLimit } from '../values.ts'

/** The limit of a room: `12`, or `8.00–10.00: 12, 10.00–13.00: 10` where it changes in the day. */
export function limitInWords({ times }: Pick<RoomLimit, 'times'>, language: Language): string {
  const [first] = times
  if (!first) return wordsFor(language)('paper.limit-none')
  if (times.every(({ persons }) => persons === first.persons)) return String(first.persons)
  return times.map(span => `${spanInWords(span, language)}: ${span.persons}`).join(', ')
}

/** A stretch of the day: `8.00–13.00`. */
export function spanInWords({ from, to }: Span, language: Language): string {
  return wordsFor(language)('paper.span', { from: formatTime(from, language), to: formatTime(to, language) })
}
