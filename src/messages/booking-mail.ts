import type { City, Language, Localized } from '../domain/city.ts'
import type { Booking, Contact } from '../domain/booking/booking.ts'
import type { OfficeChange, VisitPlace } from '../domain/booking/office-change.ts'
import { formatReference } from '../domain/booking/reference.ts'
import { formatMoment, formatTime } from '../language/dates.ts'
import { whyChanged } from '../language/why-changed.ts'
import { wordsFor, type WordKey, type Words } from '../language/words.ts'
import { calendarFile, type CalendarFile } from './calendar-file.ts'

/** A mail in one language, ready to be sent. Nothing private stands in its subject. */
export interface Mail {
  readonly language: Language
  readonly subject: string
  readonly text: string
  readonly calendar?: CalendarFile
  readonly attachment?: { readonly name: string; readonly type: string; readonly content: Buffer }
}

export type MailKind = 'confirmation' | 'moved' | 'cancelled' | 'reminder' | 'moved-by-office' | 'called-off' | 'earlier-time'

/** A booking as a mail tells of it. */
export type MailedBooking = Booking & { readonly contact: Contact; readonly revision: number; readonly changedAt: string }

/** What some mails tell besides. */
export interface MailedBesides {
  /** What the office has done to the booking, for the mails that tell of it. */
  readonly change?: OfficeChange | undefined
  /** Earlier times, soonest first. */
  readonly earlier?: readonly VisitPlace[] | undefined
}

/**
 * The mail that tells a resident what became of a booking.
 *
 * @param addressOf  the booking's page, or the one on which it is moved, the secret included
 */
export function bookingMail(
  kind: MailKind,
  city: City,
  booking: MailedBooking,
  addressOf: (page: 'booking' | 'move') => string,
  besides: MailedBesides = {},
): Mail {
  const { language } = booking.contact
  const words = wordsFor(language)
  const when = formatMoment(booking.date, booking.start, language)
  const address = addressOf('booking')
  const lines = [
    words(`mail.${kind}-lead`),
    ...(isByOffice.has(kind) && besides.change ? changeTold(words, city, besides.change, language) : []),
    ...(kind === 'earlier-time' ? earlierTold(words, city, besides.earlier ?? [], addressOf('move'), language) : []),
    '',
    ...factsOf(words, city, booking, when, !isOver.has(kind)),
    ...(isOver.has(kind) || kind === 'earlier-time' ? [] : whatToBring(words, city, booking)),
    '',
    ...(kind === 'earlier-time'
      ? [words('mail.earlier-time-off', { address })]
      : [words(linkWords[kind] ?? 'mail.link', { address })]),
    words('mail.phone', { phone: city.organisation.phone }),
    '',
    words('mail.automatic'),
    city.organisation.name[language],
  ]
  return {
    language,
    subject: words(`mail.${kind}-subject`, { when }),
    text: lines.join('\n'),
    ...(!isNoNews.has(kind) && { calendar: calendarFile(city, booking, address) }),
  }
}

const isOver: ReadonlySet<MailKind> = new Set(['cancelled', 'called-off'])
const isByOffice: ReadonlySet<MailKind> = new Set(['moved-by-office', 'called-off'])
/** Calendars know of the visit as it is. */
const isNoNews: ReadonlySet<MailKind> = new Set(['reminder', 'earlier-time'])
const linkWords: Readonly<Partial<Record<MailKind, WordKey>>> = { 'called-off': 'mail.called-off-link' }

function factsOf(words: Words, city: City, booking: MailedBooking, when: string, isToCome: boolean): string[] {
  const { language } = booking.contact
  const office = city.offices.find(each => each.id === booking.officeId)
  const service = city.services.find(each => each.id === booking.serviceId)
  const entersAt = Math.min(booking.start, ...booking.presence.map(stay => stay.from))
  return [
    words('mail.when', { when }),
    words('mail.where', { where: `${say(office?.name, language)}, ${office?.address ?? ''}` }),
    words('mail.matter', { matter: say(service?.name, language) }),
    words('mail.reference', { reference: formatReference(booking.reference) }),
    ...(isToCome ? [words('mail.come-in', { time: formatTime(entersAt, language) })] : []),
  ]
}

/** Why the office has changed the visit, and what it was before. */
function changeTold(words: Words, city: City, change: OfficeChange, language: Language): string[] {
  const was = words('changed.was', { when: placeInWords(city, change.from, language) })
  const next = change.kind === 'moved' ? [words('changed.held')] : []
  return ['', ...whyChanged(city, change, language), ...(change.kind === 'moved' ? [was] : []), ...next]
}

/** The times, where to take one, and that nothing changes until then. */
function earlierTold(words: Words, city: City, times: readonly VisitPlace[], moveAddress: string, language: Language): string[] {
  return [
    '',
    ...times.map(time => `– ${placeInWords(city, time, language)}`),
    '',
    words('mail.earlier-time-link', { address: moveAddress }),
    words('mail.earlier-time-now'),
  ]
}

function placeInWords(city: City, { officeId, date, start }: VisitPlace, language: Language): string {
  const office = city.offices.find(each => each.id === officeId)
  return `${formatMoment(date, start, language)}, ${say(office?.name, language)}`
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
