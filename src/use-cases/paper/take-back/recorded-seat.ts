import { tickMinutes, type Minute } from '../../../domain/calendar.ts'
import type { Party } from '../../../domain/booking/booking.ts'
import type { Desk } from '../../../domain/city.ts'
import type { Day } from '../../../domain/capacity/day.ts'
import { seatAt, type Seat } from '../../../domain/queue/seat.ts'

/** What has happened at a desk, as far as paper says. */
export interface Happened {
  readonly time: Minute
  readonly minutes: number
  readonly party: Party
  /** The best first. */
  readonly desks: readonly Desk[]
}

/**
 * A seat for somebody who was served although the plan did not hold them. Rooms and hours are not asked: it has happened.
 * But a desk serves one party at a time, so the nearest stretch is taken in which one of the desks has nobody, shorter
 * than the matter if it must be.
 *
 * @returns `undefined` only if every desk is taken all day
 */
export function recordedSeat(day: Day, { time, minutes, party, desks }: Happened): Seat | undefined {
  const at = Math.min(Math.max(0, Math.floor(time / tickMinutes) * tickMinutes), 1440 - tickMinutes)
  for (let away = 0; away < 1440; away += tickMinutes) {
    for (const start of away === 0 ? [at] : [at - away, at + away]) {
      for (const desk of desks) {
        const free = freeFrom(day, desk, start)
        if (free > 0) return seatFor(day, desk, start, Math.min(minutes, free), party, free)
      }
    }
  }
  return undefined
}

function seatFor(day: Day, desk: Desk, start: Minute, minutes: number, party: Party, free: number): Seat {
  const seat = seatAt(day.plan, desk, start, minutes, party)
  return { ...seat, deskUntil: Math.min(seat.deskUntil, start + free) }
}

/** How many minutes a desk has nobody from a start on. */
function freeFrom(day: Day, desk: Desk, start: Minute): number {
  if (start < 0 || start >= 1440) return 0
  const here = day.bookings.filter(({ deskId, deskUntil }) => deskId === desk.id && deskUntil > start)
  const next = Math.min(1440, ...here.map(booking => booking.start))
  return Math.max(0, next - start)
}
