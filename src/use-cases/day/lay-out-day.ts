import type { Booking } from '../../domain/booking/booking.ts'
import type { Day } from '../../domain/capacity/day.ts'
import { presenceOf } from '../../domain/capacity/stay.ts'
import { updatePresence } from '../../repositories/bookings.ts'
import { layOutLedger, noteLayout } from '../../repositories/ledger-layout.ts'
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
  await layOutLedger(open.trx, open.day.plan, bookings)
  await noteLayout(open.trx, open.turned, open.city.version)
}

/** Rules about early entry and companions may have changed since the booking was made. */
function presenceToday(open: OpenDay, booking: Booking): Booking['presence'] {
  const desk = open.city.desks.find(each => each.id === booking.deskId)
  return desk ? presenceOf(open.day.plan, desk.zoneId, booking.start, booking.end, booking.party) : booking.presence
}
