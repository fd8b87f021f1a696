import type { OfficeDate } from '../../domain/calendar.ts'
import type { WaitingScope } from '../../domain/booking/earlier-time.ts'
import { withBooking, withoutBooking } from '../../domain/capacity/day.ts'
import { bookingByReference, updateBooking, type BookingRecord } from '../../repositories/bookings.ts'
import { keyOf } from '../../repositories/change-day.ts'
import { endWaiting, saveWaiting, waitingOf, type Waiting } from '../../repositories/waiting-list.ts'
import { onDay } from '../day/on-day.ts'
import { NotFound, NotNow } from '../errors.ts'
import type { House } from '../house.ts'
import { refuseBeyondContactLimit } from './contact-limit.ts'
import { nowWhereAsked } from './now-where-asked.ts'

/** What somebody waits for, and where to write to if the booking has no address yet. */
export interface EarlierWish {
  readonly scope: WaitingScope
  readonly until: OfficeDate
  readonly email?: string
}

/**
 * Lets somebody be told of times earlier than their visit. Asking again changes the wish and keeps the turn.
 *
 * @throws {NotFound} if there is no such booking
 * @throws {NotNow} unless the visit is booked and still to come
 * @throws {BookingRefused} beyond the limit of bookings per contact
 */
export async function waitForEarlier(house: House, reference: string, wish: EarlierWish): Promise<void> {
  const known = await bookingByReference(house.db, reference)
  if (!known) throw new NotFound('booking')
  const { date, minute } = await nowWhereAsked(house, known)
  if (known.status !== 'booked') throw new NotNow(known.status)
  if (known.date < date || (known.date === date && known.start <= minute)) throw new NotNow('past')
  if (known.contact.email === undefined) await addAddress(house, known, wish.email, date)
  const { scope, until } = wish
  await saveWaiting(house.db, { bookingNumber: known.number, scope, until, since: house.clock.instant() })
}

/** Tells somebody no more of earlier times. @throws {NotFound} if there is no such booking */
export async function stopWaiting(house: House, reference: string): Promise<void> {
  const known = await bookingByReference(house.db, reference)
  if (!known) throw new NotFound('booking')
  await endWaiting(house.db, known.number)
}

/** What somebody waits for, if they do. */
export function earlierWishOf(house: House, booking: Pick<BookingRecord, 'number'>): Promise<Waiting | undefined> {
  return waitingOf(house.db, booking.number)
}

async function addAddress(house: House, known: BookingRecord, email: string | undefined, today: OfficeDate): Promise<void> {
  if (email === undefined) throw new TypeError('there is nowhere to write to')
  await onDay(house, known, async open => {
    const standing = (await bookingByReference(open.trx, known.reference)) as BookingRecord
    if (keyOf(standing) !== keyOf(known)) throw new NotNow('moved')
    if (standing.status !== 'booked') throw new NotNow(standing.status)
    await refuseBeyondContactLimit(open, { language: standing.contact.language, email }, today)
    const reachable = { ...standing, contact: { ...standing.contact, email } }
    await updateBooking(open.trx, reachable)
    open.day = withBooking(withoutBooking(open.day, standing.number, open.turned.page), reachable, open.turned.page)
  })
}
