import type { City, Language, Localized } from '../domain/city.ts'
import type { Booking, Contact } from '../domain/booking/booking.ts'
import { formatReference } from '../domain/booking/reference.ts'
import { formatMoment, formatTime } from '../language/dates.ts'
import { wordsFor, type Words } from '../language/words.ts'
import { calendarFile, type CalendarFile } from './calendar-file.ts'

/** A mail in one language, ready to be sent. Nothing private stands in its subject. */
export interface Mail {
  readonly language: Language
  readonly subject: string
  readonly text: string
  readonly calendar?: CalendarFile
}

  readonly attachment?: { readonly name: string; readonly type: string; readonly content: Buffer }
export type MailKind = 'confirmation' | 'moved' | 'cancelled' | 'reminder'

/** A booking as a mail tells of it. */
export type MailedBooking = Booking & { readonly contact: Contact; readonly revision: number; readonly changedAt: string }

/**
 * The mail that tells a resident what became of a booking.
 *
 * @param address  of the booking's page, its secret included
 */
export function bookingMail(kind: MailKind, city: City, booking: MailedBooking, address: string): Mail {
  const { language } = booking.contact
  const words = wordsFor(language)
  const when = formatMoment(booking.date, booking.start, language)
  const lines = [
    words(`mail.${kind}-lead`),
    '',
    ...factsOf(words, city, booking, when),
    ...(kind === 'cancelled' ? [] : whatToBring(words, city, booking)),
    '',
    words('mail.link', { address }),
    words('mail.phone', { phone: city.organisation.phone }),
    '',
    words('mail.automatic'),
    city.organisation.name[language],
  ]
  return {
    language,
    subject: words(`mail.${kind}-subject`, { when }),
    text: lines.join('\n'),
    ...(kind !== 'reminder' && { calendar: calendarFile(city, booking, address) }),
  }
}

function factsOf(words: Words, city: City, booking: MailedBooking, when: string): string[] {
  const { language } = booking.contact
  const office = city.offices.find(each => each.id === booking.officeId)
  const service = city.services.find(each => each.id === booking.serviceId)
  const entersAt = Math.min(booking.start, ...booking.presence.map(stay => stay.from))
  return [
    words('mail.when', { when }),
    words('mail.where', { where: `${say(office?.name, language)}, ${office?.address ?? ''}` }),
    words('mail.matter', { matter: say(service?.name, language) }),
    words('mail.reference', { reference: formatReference(booking.reference) }),
    words('mail.come-in', { time: formatTime(entersAt, language) }),
  ]
}

function whatToBring(words: Words, city: City, booking: MailedBooking): string[] {
  const service = city.services.find(each => each.id === booking.serviceId)
  const documents = (service?.documentIds ?? []).flatMap(id => city.documents.filter(document => document.id === id))
  if (documents.length === 0) return []
  return ['', words('mail.bring'), ...documents.map(document => `– ${say(document.name, booking.contact.language)}`)]
}

function say(text: Localized | undefined, language: Language): string {
  return text?.[language] ?? ''
}
