import type { Minute, OfficeDate } from '../../domain/calendar.ts'
import { isPromised, type Status } from '../../domain/booking/status.ts'
import { withoutBooking } from '../../domain/capacity/day.ts'
import type { Placed } from '../../domain/capacity/placement.ts'
import { bookingByReference, type BookingRecord } from '../../repositories/bookings.ts'
import { keyOf } from '../../repositories/change-day.ts'
import { deleteLateNote } from '../../repositories/late-notes.ts'
import { releaseTicks } from '../../repositories/ledger.ts'
import { onDays, type OpenDay } from '../day/on-day.ts'
import { queueMove } from '../day/queue-message.ts'
import { takePlaceAgain } from '../day/take-place.ts'
import { NotFound, NotNow } from '../errors.ts'
import type { House } from '../house.ts'
import { placeAsked } from './foresee.ts'
import { nowWhereAsked } from './now-where-asked.ts'
import { withAlternatives } from './with-alternatives.ts'

/** Where a visit is to be instead. */
export interface NewPlace {
  readonly officeId: string
  readonly date: OfficeDate
  readonly start: Minute
}

/**
 * Moves a visit. The old place is given back and the new one taken in one transaction: if the new one cannot be had,
 * nothing has happened. Moving it to where it is already answers it as it is.
 *
 * @throws {BookingRefused} with the reason, and near times that are free
 * @throws {NotFound}
 * @throws {NotNow} if the visit has begun, is over, or was cancelled
 */
export async function moveVisit(house: House, reference: string, to: NewPlace): Promise<BookingRecord> {
  const known = await bookingByReference(house.db, reference)
  if (!known) throw new NotFound('booking')
  const request = { ...known, ...to }
  const now = await nowWhereAsked(house, request)

  return withAlternatives(house, request, () =>
    onDays(house, [known, to], async opens => {
      const [from, into] = opens as [OpenDay, OpenDay]
      const standing = (await bookingByReference(from.trx, reference)) as BookingRecord
      if (isThere(standing, to)) return standing
      if (keyOf(standing) !== keyOf(known)) throw new NotNow('moved')
      if (!movable.has(standing.status)) throw new NotNow(standing.status)

      if (isPromised(standing.status)) await leave(from, standing)
      const { placed } = placeAsked(into, request, now)
      const moved = await takePlaceAgain(into, movedTo(standing, to, placed, house.clock.instant()))
      await deleteLateNote(into.trx, moved.number)
      await queueMove(into.trx, into.city, moved)
      return moved
    }),
  )
}

/** Who has lost a place may choose another; a hold stays a hold. */
const movable: ReadonlySet<Status> = new Set(['held', 'booked', 'displaced'])

function isThere({ status, officeId, date, start }: BookingRecord, to: NewPlace): boolean {
  return (status === 'held' || status === 'booked') && officeId === to.officeId && date === to.date && start === to.start
}

async function leave(from: OpenDay, booking: BookingRecord) {
  await releaseTicks(from.trx, from.turned, booking)
  from.day = withoutBooking(from.day, booking.number, from.turned.page)
}

function movedTo(booking: BookingRecord, to: NewPlace, placed: Placed, now: string): BookingRecord {
  return {
    ...booking,
    status: booking.status === 'held' ? 'held' : 'booked',
    officeId: to.officeId,
    date: to.date,
    deskId: placed.deskId,
    start: placed.start,
    end: placed.end,
    deskUntil: placed.deskUntil,
    presence: placed.presence,
    revision: booking.revision + 1,
    changedAt: now,
  }
}
