import type { Booking } from '../../domain/booking/booking.ts'
import { withBooking, withoutBooking, type Day } from '../../domain/capacity/day.ts'
import { occupancyOf } from '../../domain/capacity/occupancy.ts'
import { refusalOf } from '../../domain/capacity/promise-refusal.ts'
import { presenceOf } from '../../domain/capacity/stay.ts'
import { updateBooking, updatePresence } from '../../repositories/bookings.ts'
import { layOutLedger, noteLayout } from '../../repositories/ledger-layout.ts'
import { expired, recordOf } from './let-holds-expire.ts'
import type { OpenDay } from './on-day.ts'

/**
 * Lays the ledger of an open day out by the city as it is now. What is promised stays promised: where that is more than
 * the rules now allow, it is excused and shows until it is solved.
 */
export async function layOutDay(open: OpenDay): Promise<void> {
  const bookings = open.day.bookings.map(booking => ({ ...booking, presence: presenceToday(open, booking) }))
  for (const [place, booking] of bookings.entries()) {
    if (JSON.stringify(booking.presence) === JSON.stringify(open.day.bookings[place]?.presence)) continue
    await updatePresence(open.trx, booking.number, booking.presence)
  }
  open.day = { plan: open.day.plan, page: open.turned.page, bookings } satisfies Day
  await letGoOfHolds(open)
  await layOutLedger(open.trx, open.day.plan, open.day.bookings)
  await noteLayout(open.trx, open.turned, open.city.version)
}

/** Whoever only holds a place that the city no longer has was promised nothing yet, and must not be. */
async function letGoOfHolds(open: OpenDay): Promise<void> {
  const { page } = open.turned
  const { holds } = occupancyOf(open.day)
  open.day = holds.reduce((day, { number }) => withoutBooking(day, number, page), open.day)
  for (const hold of holds) {
    const fits = refusalOf(open.day, hold) === undefined
    if (fits) open.day = withBooking(open.day, hold, page)
    else await updateBooking(open.trx, expired(await recordOf(open, hold), open.house.clock.instant()))
  }
}

/** Rules about early entry and companions may have changed since the booking was made. */
function presenceToday(open: OpenDay, booking: Booking): Booking['presence'] {
  const desk = open.city.desks.find(each => each.id === booking.deskId)
  return desk ? presenceOf(open.day.plan, desk.zoneId, booking.start, booking.end, booking.party) : booking.presence
}
