import type { City, Language } from '../../domain/city.ts'
import { formatTime } from '../../language/dates.ts'
import { isWordKey, wordsFor } from '../../language/words.ts'
import { DeskBusyError, RoomFullError } from '../../use-cases/desk/errors.ts'
import { BookingRefused, NotFound, NotNow } from '../../use-cases/errors.ts'
import { refusalInWords } from '../resident/refusal-words.ts'
import type { DeskPlace } from './place.ts'
import type { Message } from './told.ts'

/** Why something is not possible now, for the page; `undefined` for what is a fault and no "not now". */
export function refusalMessage(city: City, error: unknown, place: DeskPlace, language: Language): Message | undefined {
  const t = wordsFor(language)
  if (error instanceof NotNow) {
    const key = `desk.status-${error.status}`
    return { text: t('desk.not-now', { status: isWordKey(key) ? t(key) : error.status }), tone: 'bad' }
  }
  if (error instanceof NotFound && error.what === 'booking') return { text: t('desk.visit-gone'), tone: 'bad' }
  if (error instanceof DeskBusyError) return { text: t('desk.refused-busy'), tone: 'bad' }
  if (error instanceof RoomFullError) return { text: roomFull(city, error, language), tone: 'bad' }
  if (error instanceof BookingRefused)
    return { text: `${t('desk.refused-place')} ${refusalInWords(city, error.refusal, place.date, language)}`, tone: 'bad' }
  return undefined
}

function roomFull(city: City, error: RoomFullError, language: Language): string {
  const t = wordsFor(language)
  const zone = city.zones.find(({ id }) => id === error.zoneId)?.name[language]
  if (zone !== undefined) return t('desk.refused-full', { zone, limit: error.limit ?? 0 })
  return t('desk.refused-early', { time: formatTime(error.notBefore ?? 0, language) })
}
