import { isPromised } from '../../domain/booking/status.ts'
import { statusAfter } from '../../domain/booking/transitions.ts'
import { bookingByReference, updateBooking, type BookingRecord } from '../../repositories/bookings.ts'
import { keyOf } from '../../repositories/change-day.ts'
import { giveUpPlace, withoutExpiry } from '../day/let-holds-expire.ts'
import { onDay } from '../day/on-day.ts'
import { queueCancellation } from '../day/queue-message.ts'
import { NotFound, NotNow } from '../errors.ts'
import type { House } from '../house.ts'
import { coolPlace } from './cool-place.ts'

/**
 * Calls a visit off. Cancelling what is cancelled already answers the booking as it is.
 *
 * @throws {NotFound} if there is no such booking
 * @throws {NotNow} if the visit has begun, or is over
 */
export async function cancelVisit(house: House, reference: string): Promise<BookingRecord> {
  const known = await bookingByReference(house.db, reference)
  if (!known) throw new NotFound('booking')
  return onDay(house, known, async open => {
    const standing = (await bookingByReference(open.trx, reference)) as BookingRecord
    if (standing.status === 'cancelled') return standing
    if (keyOf(standing) !== keyOf(known)) throw new NotNow('moved')
    const status = statusAfter('cancel', standing.status)
    if (status === undefined) throw new NotNow(standing.status)
    const cancelled: BookingRecord = {
      ...withoutExpiry(standing),
      status,
      revision: standing.revision + 1,
      changedAt: house.clock.instant(),
    }
    if (isPromised(standing.status)) await giveUpPlace(open, cancelled)
    else await updateBooking(open.trx, cancelled)
    await queueCancellation(open.trx, cancelled)
    if (standing.status === 'booked') await coolPlace(open, standing)
    return cancelled
  })
}
