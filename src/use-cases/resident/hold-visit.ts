import type { Contact, VisitRequest } from '../../domain/booking/booking.ts'
import { bookingByReference, type BookingRecord } from '../../repositories/bookings.ts'
import { laterBy } from '../../time.ts'
import { onDay } from '../day/on-day.ts'
import { takePlace } from '../day/take-place.ts'
import type { House } from '../house.ts'
import { nowWhereAsked } from './now-where-asked.ts'
import { foresee, placeAsked } from './foresee.ts'
import { giveBackHold } from './give-back-hold.ts'
import { newBooking } from './new-booking.ts'
import { withAlternatives } from './with-alternatives.ts'

/**
 * Keeps a place for the minutes of the city's policy while a form is filled in. A browser has one hold: the one it had
 * before is given back once the new one is sure (or first, where both are of one day, since it may be in its way).
 *
 * @param options.replaces  reference of the hold the same browser had
 * @throws {BookingRefused} with the reason, and near times that are free
 * @throws {NotFound}
 */
export async function holdVisit(
  house: House,
  request: VisitRequest,
  contact: Contact,
  { replaces }: { replaces?: string } = {},
): Promise<BookingRecord> {
  const now = await nowWhereAsked(house, request)
  const earlier = replaces === undefined ? undefined : await bookingByReference(house.db, replaces)
  const ofThisDay = earlier?.officeId === request.officeId && earlier.date === request.date
  if (ofThisDay) await giveBackHold(house, earlier)

  const hold = await withAlternatives(house, request, async () => {
    const foreseen = await foresee(house, request, now)
    return onDay(house, request, async open => {
      const { visit, placed } = placeAsked(open, request, now, foreseen)
      const expiresAt = laterBy(house.clock.instant(), open.city.policy.holdMinutes * 60)
      const draft = newBooking(house, { ...request, party: visit.party }, contact, placed, { status: 'held', expiresAt })
      return takePlace(open, draft)
    })
  })
  if (earlier && !ofThisDay) await giveBackHold(house, earlier)
  return hold
}
