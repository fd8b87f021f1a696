import { newReference } from '../../domain/booking/reference.ts'
import { refusalOf } from '../../domain/capacity/promise-refusal.ts'
import type { BookingRecord } from '../../repositories/bookings.ts'
import { laterBy } from '../../time.ts'
import type { OpenDay } from '../day/on-day.ts'
import { takePlace } from '../day/take-place.ts'

/**
 * Keeps a cancelled place from being had at once, where the city's policy says so: against trade in places. What keeps
 * it is a hold that belongs to nobody and ends by itself. A place above a limit that was lowered is not kept: nobody could
 * have it.
 */
export async function coolPlace(open: OpenDay, cancelled: BookingRecord): Promise<void> {
  const { minutes, randomMinutes } = open.city.policy.releaseAfterCancel
  if (minutes + randomMinutes === 0 || refusalOf(open.day, cancelled)) return
  const { clock, random } = open.house
  const [lot = 0] = random(1)
  const now = clock.instant()
  const { number: _, ...place } = cancelled
  await takePlace(open, {
    ...place,
    reference: newReference(random),
    status: 'held',
    expiresAt: laterBy(now, (minutes + (randomMinutes * lot) / 255) * 60),
    contact: { language: 'pl' },
    revision: 0,
    createdAt: now,
    changedAt: now,
  })
}
