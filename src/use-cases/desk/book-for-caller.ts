import type { Language } from '../../domain/city.ts'
import type { VisitRequest } from '../../domain/booking/booking.ts'
import { spellingGroups } from '../../domain/booking/reference.ts'
import type { IdempotencyKey } from '../../repositories/idempotency-keys.ts'
import type { BookingRecord } from '../../repositories/bookings.ts'
import type { House } from '../house.ts'
import { bookVisit } from '../resident/book-visit.ts'

/** A booking made on the phone, and its reference in groups to be read out. */
export interface CallerBooking {
  readonly booking: BookingRecord
  readonly spelled: readonly string[]
}

/**
 * Books for somebody on the phone: no e-mail is needed, nor anything else. A phone number may be left, to be reached if
 * the day changes.
 *
 * @throws {BookingRefused} with the reason, and near times that are free
 * @throws {NotFound}
 */
export async function bookForCaller(
  house: House,
  request: Omit<VisitRequest, 'channel'>,
  contact: { language: Language; phone?: string },
  options: { once?: IdempotencyKey } = {},
): Promise<CallerBooking> {
  const booking = await bookVisit(house, { ...request, channel: 'phone' }, contact, options)
  return { booking, spelled: spellingGroups(booking.reference) }
}
