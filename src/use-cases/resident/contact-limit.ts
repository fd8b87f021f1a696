import type { OfficeDate } from '../../domain/calendar.ts'
import type { Contact } from '../../domain/booking/booking.ts'
import { openBookingsOf } from '../../repositories/bookings.ts'
import { BookingRefused } from '../errors.ts'
import type { OpenDay } from '../day/on-day.ts'

/** So that places are not traded, one e-mail address or phone number has few bookings. @throws {BookingRefused} beyond it. */
export async function refuseBeyondContactLimit(open: OpenDay, contact: Contact, today: OfficeDate): Promise<void> {
  if (contact.email === undefined && contact.phone === undefined) return
  const { open: mostOpen, perDate } = open.city.policy.perContact
  const standing = await openBookingsOf(open.trx, contact, today, open.turned.date)
  if (standing.open >= mostOpen || standing.onDate >= perDate) throw new BookingRefused({ reason: 'contact-limit' })
}
