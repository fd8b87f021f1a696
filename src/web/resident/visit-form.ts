import { isOfficeDate } from '../../domain/calendar.ts'
import type { City, Language } from '../../domain/city.ts'
import type { VisitRequest } from '../../domain/booking/booking.ts'
import { wordsFor } from '../../language/words.ts'
import { officeNamed, serviceNamed } from '../api/known.ts'
import { readParty, type FieldError } from './party-form.ts'
import { textOf, type Form } from './requested.ts'

/** The visit that a form asks for, or what is wrong with the form. @throws {NotFound} for a matter or office that is not there */
export function readVisit(form: Form, city: City, language: Language): { request?: VisitRequest; errors: readonly FieldError[] } {
  const service = serviceNamed(city, textOf(form, 'service'))
  const office = officeNamed(city, textOf(form, 'office'))
  const { asked, errors } = readParty(form, city, service, language)
  const place = readPlace(textOf(form, 'at'))
  if (!place) return { errors: [...errors, { field: 'times', text: wordsFor(language)('error.time') }] }
  if (errors.length > 0) return { errors }
  return { request: { serviceId: service.id, officeId: office.id, ...place, ...asked, channel: 'web' }, errors: [] }
}

/** `2020-05-11T08:20`, as the buttons of the times carry it; only of this century or the next, near which days can be counted. */
export function readPlace(at: string): { date: string; start: number } | undefined {
  const [, date = '', hour, minute] = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/.exec(at) ?? []
  return isOfficeDate(date) ? { date, start: Number(hour) * 60 + Number(minute) } : undefined
}
