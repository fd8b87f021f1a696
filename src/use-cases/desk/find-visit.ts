import { parseReference } from '../../domain/booking/reference.ts'
import { parseTicketCode } from '../../domain/queue/ticket.ts'
import { bookingByNumber, bookingByReference } from '../../repositories/bookings.ts'
import type { DayKey } from '../../repositories/change-day.ts'
import { ticketByCode, ticketOf } from '../../repositories/tickets.ts'
import type { House } from '../house.ts'
import type { Attendance } from './attendance.ts'

/**
 * The visit that somebody names by what they have in hand: a reference (of any office and day, so that they can be told
 * where to go) or a ticket's code of this office and day. `undefined` if it is neither, or unknown.
 */
export async function findVisit(house: House, day: DayKey, typed: string): Promise<Attendance | undefined> {
  const reference = parseReference(typed)
  if (reference !== undefined) {
    const booking = await bookingByReference(house.db, reference)
    if (!booking) return undefined
    const ticket = await ticketOf(house.db, booking, booking.number)
    return { booking, ...(ticket && { ticket }) }
  }
  const code = parseTicketCode(typed)
  const ticket = code === undefined ? undefined : await ticketByCode(house.db, day, code)
  if (!ticket) return undefined
  const booking = await bookingByNumber(house.db, ticket.bookingNumber)
  return booking && { booking, ticket }
}
