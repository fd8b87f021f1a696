import type { Violation } from '../../src/domain/capacity/violation.ts'
import type { BookingRecord } from '../../src/repositories/bookings.ts'
import { verify } from '../../src/use-cases/operator/verify.ts'
import { checkIn } from '../../src/use-cases/desk/check-in.ts'
import type { Attending, VisitKey } from '../../src/use-cases/desk/attendance.ts'
import { bookVisit } from '../../src/use-cases/resident/book-visit.ts'
import type { VisitRequest } from '../../src/domain/booking/booking.ts'
import { aRequest, at } from './builders.ts'
import type { TestHouse } from './house.ts'

/** The day that tests of the desks are about: a Monday. */
export const deskDay = { officeId: 'CA', date: '2020-05-11' }

/** Books by the web on that day. */
export function booked(house: TestHouse, time: string, changes: Partial<VisitRequest> = {}): Promise<BookingRecord> {
  return bookVisit(house, aRequest({ ...changes, start: at(time) }), { language: 'pl' })
}

/** Books, and checks in at a moment of that day. */
export async function here(
  house: TestHouse,
  time: string,
  came: string,
  changes: Partial<VisitRequest> = {},
): Promise<Attending> {
  const booking = await booked(house, time, changes)
  goTo(house, came)
  const answer = await checkIn(house, 'CA', booking.number)
  if (answer.kind !== 'checked-in') throw new Error(`not checked in: ${answer.kind}`)
  return answer.visit
}

/** Moves the clock to a time of that day. */
export function goTo(house: TestHouse, time: string): void {
  house.clock.set(`${deskDay.date}T${time.padStart(5, '0')}`)
}

/** The key of a visit of that day. */
export function keyOfVisit(visit: { readonly booking: { readonly number: number } }): VisitKey {
  return { ...deskDay, bookingNumber: visit.booking.number }
}

/** Everything the audit finds wrong. */
export async function violations(house: TestHouse): Promise<Violation[]> {
  const found: Violation[] = []
  for await (const violation of verify(house)) found.push(violation)
  return found
}
