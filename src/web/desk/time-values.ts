import type { City, Language } from '../../domain/city.ts'
import { clockTime, formatDate, formatMoment, formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import type { Alternative } from '../../use-cases/errors.ts'
import type { DayOffer } from '../../use-cases/resident/offers-of.ts'
import type { DeskPlace } from './place.ts'

/** So many days, and so many times of each, stand in the grid of the nearest times. */
const mostDays = 5

/** A time that one press takes. */
export interface TimeButton {
  readonly officeId: string
  readonly at: string
  readonly text: string
  readonly office: string
}

/** Times near the one that was not free, as buttons; the office is named where it is another one. */
export function timeButtons(
  city: City,
  { office, today }: DeskPlace,
  times: readonly Alternative[],
  language: Language,
): TimeButton[] {
  const t = wordsFor(language)
  return times.map(({ officeId, date, start }) => ({
    officeId,
    at: `${date}T${clockTime(start)}`,
    text: date === today ? t('desk.today-at', { time: formatTime(start, language) }) : formatMoment(date, start, language, 'day'),
    office: officeId === office.id ? '' : (city.offices.find(({ id }) => id === officeId)?.name[language] ?? ''),
  }))
}

/** The nearest days with free times, as a grid. */
export function timeGrid(days: readonly DayOffer[], language: Language) {
  return days
    .filter(({ times }) => times.length > 0)
    .slice(0, mostDays)
    .map(({ date, times }) => ({
      day: formatDate(date, language, 'day'),
      times: times.map(({ start, places }) => ({ at: `${date}T${clockTime(start)}`, text: formatTime(start, language), places })),
    }))
}
