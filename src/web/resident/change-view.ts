import type { City, Language } from '../../domain/city.ts'
import type { OfficeChange } from '../../domain/booking/office-change.ts'
import { formatMoment } from '../../language/dates.ts'
import { whyChanged } from '../../language/why-changed.ts'
import { wordsFor } from '../../language/words.ts'
import { paths } from '../paths.ts'
import type { Web } from '../web.ts'
import { keyOf, type FoundBooking } from './opened.ts'

/** What the office has done to a booking and why, in words, and where one says that the new time suits. */
export function changeValues(web: Web, city: City, booking: FoundBooking, change: OfficeChange, language: Language) {
  const { officeId, date, start } = change.from
  const office = city.offices.find(({ id }) => id === officeId)?.name[language] ?? ''
  return {
    kind: change.kind,
    why: whyChanged(city, change, language),
    was: wordsFor(language)('changed.was', { when: `${formatMoment(date, start, language)}, ${office}` }),
    accepted: change.accepted,
    action: paths.newTime(booking.reference),
    key: keyOf(web, booking.reference),
  }
}
