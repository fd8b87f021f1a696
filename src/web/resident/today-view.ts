import type { Language } from '../../domain/city.ts'
import { formatTime } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { dayOfVisit, type DayOfVisit } from '../../use-cases/resident/day-of-visit.ts'
import { lateMinutes } from '../../use-cases/resident/say-late.ts'
import { paths } from '../paths.ts'
import type { Web } from '../web.ts'
import { keyOf, type FoundBooking } from './opened.ts'

/** On the day of a visit: how its queue runs, and how to say that one will be late; `undefined` on another day. */
export async function todayValues(web: Web, booking: FoundBooking, language: Language) {
  const day = await dayOfVisit(web.house, booking)
  if (!day) return undefined
  const t = wordsFor(language)
  const said = day.saysLateMinutes
  return {
    queue: queueInWords(day, language),
    said: said === undefined ? undefined : t('late.said', { minutes: said }),
    tooLate: said !== undefined && booking.start + said > day.comeBy,
    tolerance: t('late.tolerance', { time: formatTime(day.comeBy, language) }),
    choices: day.canSayLate ? lateMinutes.filter(minutes => minutes !== said && day.now.minute < booking.start + minutes) : [],
    action: paths.delay(booking.reference),
    key: keyOf(web, booking.reference),
  }
}

function queueInWords({ queue, now }: DayOfVisit, language: Language): string[] {
  if (!queue) return []
  const t = wordsFor(language)
  const time = formatTime(now.minute, language)
  if (queue.waiting === 0) return [t('late.queue-empty', { time }), t('late.no-promise')]
  return [
    t('late.queue', { count: queue.waiting, time }),
    ...(queue.minutes === undefined ? [] : [t('late.queue-minutes', { minutes: queue.minutes })]),
    t('late.no-promise'),
  ]
}
