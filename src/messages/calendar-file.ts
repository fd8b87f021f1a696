import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { City } from '../domain/city.ts'
import type { Booking, Contact } from '../domain/booking/booking.ts'
import { formatReference } from '../domain/booking/reference.ts'
import { wordsFor } from '../language/words.ts'
import { instantOf } from '../time.ts'

/** A file that calendar programs understand (RFC 5545), and whether it puts a visit in or takes it out. */
export interface CalendarFile {
  readonly method: 'PUBLISH' | 'CANCEL'
  readonly content: string
}

/**
 * A booked visit as a calendar file. Times are UTC, so no time zone need be described; there is no alarm, since each
 * calendar has its own. A visit that was cancelled is taken out.
 *
 * @param address  of the booking's page, its secret included
 */
export function calendarFile(
  city: City,
  booking: Booking & { readonly contact: Contact; readonly revision: number; readonly changedAt: string },
  address: string,
): CalendarFile {
  const { language } = booking.contact
  const office = city.offices.find(each => each.id === booking.officeId)
  const timeZone = office?.timeZone ?? city.organisation.timeZone
  const method = booking.status === 'cancelled' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH
  const calendar = ical({
    prodId: { company: city.organisation.id, product: 'Okienko', language: language.toUpperCase() },
    method,
  })
  calendar.createEvent({
    id: `${booking.reference.toLowerCase()}@okienko`,
    sequence: booking.revision,
    stamp: new Date(booking.changedAt),
    start: new Date(instantOf(booking.date, booking.start, timeZone)),
    end: new Date(instantOf(booking.date, booking.end, timeZone)),
    status: booking.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    summary: wordsFor(language)('calendar.summary', { office: office?.name[language] ?? '' }),
    location: [office?.name[language], office?.address, `${office?.postalCode ?? ''} ${office?.city ?? ''}`].join(', '),
    description: wordsFor(language)('calendar.description', { reference: formatReference(booking.reference) }),
    url: address,
  })
  return { method: method === ICalCalendarMethod.CANCEL ? 'CANCEL' : 'PUBLISH', content: `${calendar.toString()}\r\n` }
}
