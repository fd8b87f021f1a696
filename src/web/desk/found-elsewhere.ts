import type { City, Language } from '../../domain/city.ts'
import { formatMoment } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { findVisit } from '../../use-cases/desk/find-visit.ts'
import type { House } from '../../use-cases/house.ts'
import type { DeskPlace } from './place.ts'

/** Where a visit is that was looked for in vain on this day, in a sentence; that there is none, if there is none. */
export async function foundElsewhere(
  house: House,
  city: City,
  place: DeskPlace,
  typed: string,
  language: Language,
): Promise<string> {
  const t = wordsFor(language)
  const found = await findVisit(house, { officeId: place.office.id, date: place.date }, typed)
  if (!found) return t('desk.found-nothing')
  const { officeId, date, start, status } = found.booking
  return t('desk.found-elsewhere', {
    office: city.offices.find(({ id }) => id === officeId)?.name[language] ?? officeId,
    moment: formatMoment(date, start, language),
    status: t(`desk.status-${status}`),
  })
}
