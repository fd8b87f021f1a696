import type { Moment } from '../../domain/calendar.ts'
import type { Contact, VisitRequest } from '../../domain/booking/booking.ts'
import { bookingByReference, type BookingRecord } from '../../repositories/bookings.ts'
import { keyOf } from '../../repositories/change-day.ts'
import { askedUnder, insertKey, type IdempotencyKey } from '../../repositories/idempotency-keys.ts'
import { laterBy } from '../../time.ts'
import { onDays, type OpenDay } from '../day/on-day.ts'
import { takePlace } from '../day/take-place.ts'
import type { House } from '../house.ts'
import { nowWhereAsked } from './now-where-asked.ts'
import { foresee, placeAsked } from './foresee.ts'
import { giveBack } from './give-back-hold.ts'
import { newBooking } from './new-booking.ts'
import { onceUnder } from './once-under.ts'
import { withAlternatives } from './with-alternatives.ts'

/**
 * Keeps a place for the minutes of the city's policy while a form is filled in. A browser has one hold, however often it
 * asks: the one it had before is given back and the new one taken in one transaction. If the new one cannot be had,
 * nothing has happened.
 *
 * @param options.replaces  reference of the hold the same browser had; where it had none, the name of the page it asks from
 * @throws {BookingRefused} with the reason, and near times that are free
 * @throws {NotFound}
 */
export async function holdVisit(
  house: House,
  request: VisitRequest,
  contact: Contact,
  { replaces }: { replaces?: string } = {},
): Promise<BookingRecord> {
  const wish = { request, contact, now: await nowWhereAsked(house, request) }
  return withAlternatives(house, request, () => (replaces === undefined ? hold(house, wish) : holdInstead(house, wish, replaces)))
}

interface Wish {
  readonly request: VisitRequest
  readonly contact: Contact
  readonly now: Moment
}

/** One hold follows another once: who asks again at the same moment is answered the one that followed, or replaces that one. */
async function holdInstead(house: House, wish: Wish, replaces: string): Promise<BookingRecord> {
  const once = onceUnder(`hold after ${replaces}`, wish.request)
  const next = await askedUnder(house.db, once.key)
  if (next?.fingerprint === once.fingerprint && lasts(house, next.booking)) return next.booking
  if (next) return holdInstead(house, wish, next.booking.reference)
  try {
    return await hold(house, wish, { once, earlier: await bookingByReference(house.db, replaces) })
  } catch (error) {
    if (!(await askedUnder(house.db, once.key))) throw error
    return holdInstead(house, wish, replaces) // another press was first: it may have had the key, or the last place
  }
}

async function hold(
  house: House,
  { request, contact, now }: Wish,
  { once, earlier }: { once?: IdempotencyKey; earlier?: BookingRecord | undefined } = {},
): Promise<BookingRecord> {
  const replaced = earlier?.status === 'held' ? earlier : undefined
  const inTheWay = replaced && keyOf(replaced) === keyOf(request)
  const foreseen = inTheWay ? undefined : await foresee(house, request, now)
  return onDays(house, replaced && !inTheWay ? [request, replaced] : [request], async opens => {
    const [open, before = open] = opens as [OpenDay, OpenDay?]
    if (replaced) await giveBack(before, replaced)
    const { visit, placed } = placeAsked(open, request, now, foreseen)
    const expiresAt = laterBy(house.clock.instant(), open.city.policy.holdMinutes * 60)
    const draft = newBooking(house, { ...request, party: visit.party }, contact, placed, { status: 'held', expiresAt })
    const taken = await takePlace(open, draft)
    if (once) await insertKey(open.trx, once, taken.number, taken.createdAt)
    return taken
  })
}

function lasts(house: House, { status, expiresAt }: BookingRecord): boolean {
  return status === 'held' && expiresAt !== undefined && house.clock.instant() < expiresAt
}
