import type { Minute } from '../../domain/calendar.ts'
import { bookingByNumber, bookingByReference, type BookingRecord } from '../../repositories/bookings.ts'
import { keyOf } from '../../repositories/change-day.ts'
import { lateNoteOf, saveLateNote } from '../../repositories/late-notes.ts'
import { minuteOf } from '../desk/attendance.ts'
import { onDayIfNeeded } from '../day/unturned.ts'
import { NotFound, NotNow } from '../errors.ts'
import type { House } from '../house.ts'

/** By how many minutes one can say to be late. */
export const lateMinutes = [5, 10, 15] as const
export type LateMinutes = (typeof lateMinutes)[number]

/**
 * Lets the desks know that somebody will be late; the last word counts. It holds no place: how long one is waited for is
 * the office's rule.
 *
 * @throws {NotFound} if there is no such booking
 * @throws {NotNow} unless the visit is of today, and still to come
 */
export async function sayLate(house: House, reference: string, minutes: LateMinutes): Promise<void> {
  const known = await bookingByReference(house.db, reference)
  if (!known) throw new NotFound('booking')
  await onDayIfNeeded<boolean>(house, known, async (open, unturned) => {
    const standing = (await bookingByNumber(open.trx, known.number)) as BookingRecord
    if (keyOf(standing) !== keyOf(known)) throw new NotNow('moved')
    if (standing.status !== 'booked') throw new NotNow(standing.status)
    if (!canSayLate(standing.start, open.day.plan.latestAfterMinutes, minuteOf(open))) throw new NotNow('past')
    if ((await lateNoteOf(open.trx, standing.number)) === minutes) return unturned(false)
    await saveLateNote(open.trx, standing.number, minutes, house.clock.instant())
    return true
  })
}

/** Whether it is the day of a visit and the office would still let its party in. */
export function canSayLate(start: Minute, latestAfterMinutes: number, now: Minute): boolean {
  return now > 0 && now <= start + latestAfterMinutes
}
