import { tickMinutes, type Minute, type Span } from '../calendar.ts'
import type { Party } from '../booking/booking.ts'
import type { DayPlan, Stay } from '../capacity/day.ts'
import { presenceOf } from '../capacity/stay.ts'
import type { Seat } from './seat.ts'

/**
 * What is left of a seat once its visit has ended: until the end of the present tick, and the turnover after it. Never
 * more than the seat, and at least one tick of it.
 */
export function cutAt(plan: DayPlan, seat: Seat, zoneId: string, party: Party, now: Minute): Seat {
  const endOfTick = Math.ceil(now / tickMinutes) * tickMinutes
  const end = Math.min(seat.end, Math.max(seat.start + tickMinutes, endOfTick))
  if (end === seat.end) return seat
  const deskUntil = Math.min(seat.deskUntil, end + (seat.deskUntil - seat.end))
  const cut = presenceOf(plan, zoneId, seat.start, end, party)
  const presence = seat.presence.flatMap(stay =>
    within(
      stay,
      cut.find(each => each.zoneId === stay.zoneId),
    ),
  )
  return { deskId: seat.deskId, start: seat.start, end, deskUntil, presence }
}

function within(stay: Stay, cut: Span | undefined): Stay[] {
  const to = Math.min(stay.to, cut?.to ?? stay.from)
  return to > stay.from ? [{ ...stay, to }] : []
}
