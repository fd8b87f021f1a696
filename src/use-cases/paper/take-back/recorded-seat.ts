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
  for (const start of nearestFirst(at)) {
    const desk = desks.find(each => freeFrom(day, each, start) > 0)
    if (!desk) continue
    const free = freeFrom(day, desk, start)
    return seatFor(day, desk, start, Math.min(minutes, free), party, free)
  }
  return undefined
}

/** Every start of a day, those nearest to a minute first. */
function nearestFirst(at: Minute): Minute[] {
  const starts = Array.from({ length: 1440 / tickMinutes }, (_, tick) => tick * tickMinutes)
  return starts.sort((one, other) => Math.abs(one - at) - Math.abs(other - at))
}

function seatFor(day: Day, desk: Desk, start: Minute, minutes: number, party: Party, free: number): Seat {
  const seat = seatAt(day.plan, desk, start, minutes, party)
  return { ...seat, deskUntil: Math.min(seat.deskUntil, start + free) }
}

/** How many minutes a desk has nobody from a start on. */
function freeFrom(day: Day, desk: Desk, start: Minute): number {
  const here = day.bookings.filter(({ deskId, deskUntil }) => deskId === desk.id && deskUntil > start)
  const next = Math.min(1440, ...here.map(booking => booking.start))
  return Math.max(0, next - start)
}
