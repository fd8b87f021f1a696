import type { OfficeDate } from '../../domain/calendar.ts'
import type { City, Language } from '../../domain/city.ts'
import { formatReference } from '../../domain/booking/reference.ts'
import { phoneListPdf } from '../../paper/sheet/phone-list.ts'
import type { PhoneList, PhoneRow, SheetHead } from '../../paper/values.ts'
import { bookingByNumber, type BookingRecord } from '../../repositories/bookings.ts'
import { cityWithRetired } from '../../repositories/city-with-retired.ts'
import type { House } from '../house.ts'
import { sheetHead, type PrintedFor } from './sheet-head.ts'

/** Somebody whose visit was changed: its number, and when it was before. */
export interface ToReach {
  readonly number: number
  readonly start: number
  readonly change: 'moved' | 'called-off' | 'kept'
}

/** What was changed, and whom that concerns. */
export interface ReachedList {
  readonly officeId: string
  readonly date: OfficeDate
  readonly change: string
  readonly people: readonly ToReach[]
}

/** How a sheet says what became of a visit, in the words of its language. */
export interface ReachWords {
  readonly what: (change: ToReach['change']) => string
  readonly moment: (place: { office: string | undefined; date: OfficeDate; start: number }) => string
}

/**
 * The people to reach after a change, with how to reach them; by the time they had booked. Whoever has no address and no
 * number is caught at the door.
 *
 * @throws {NotFound} if there is no such office
 */
export async function printPhoneList(
  house: House,
  list: ReachedList,
  printed: PrintedFor,
  words: ReachWords,
): Promise<PhoneList> {
  const city = await cityWithRetired(house.db)
  const head = await sheetHead(house, list, printed)
  const rows: PhoneRow[] = []
  for (const person of list.people.toSorted((one, other) => one.start - other.start)) {
    const booking = await bookingByNumber(house.db, person.number)
    if (booking) rows.push(rowOf(city, list, person, booking, head, words))
  }
  return { ...head, change: list.change, rows }
}

function rowOf(
  city: City,
  list: ReachedList,
  person: ToReach,
  booking: BookingRecord,
  { language }: SheetHead,
  words: ReachWords,
): PhoneRow {
  const office = booking.officeId === list.officeId ? undefined : nameOf(city, booking.officeId, language)
  const { phone, email } = booking.contact
  return {
    start: person.start,
    reference: formatReference(booking.reference),
    matter: city.services.find(({ id }) => id === booking.serviceId)?.name[language] ?? '',
    what: words.what(person.change),
    ...(person.change === 'moved' && { proposal: words.moment({ office, date: booking.date, start: booking.start }) }),
    ...(phone !== undefined && { phone }),
    ...(email !== undefined && { email }),
    speaks: booking.contact.language,
  }
}

function nameOf(city: City, officeId: string, language: Language): string | undefined {
  return city.offices.find(({ id }) => id === officeId)?.name[language]
}

/** The same as a PDF. */
export async function printPhoneListPdf(...asked: Parameters<typeof printPhoneList>): Promise<Buffer> {
  return phoneListPdf(await printPhoneList(...asked))
}
