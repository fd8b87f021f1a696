import { tickMinutes, type Minute } from '../calendar.ts'
import type { Booking, Party } from '../booking/booking.ts'
import { isWayClosedTo } from '../capacity/date-gate.ts'
import type { Day, DayPlan, Stay } from '../capacity/day.ts'
import { arrivalsLeft } from '../capacity/arrivals.ts'
import { arrivalOf, occupancyOf } from '../capacity/occupancy.ts'
import { holds } from '../capacity/spans.ts'
import { presenceOf } from '../capacity/stay.ts'

/** A desk and a stretch of the day: what a booking holds. */
export type Seat = Pick<Booking, 'deskId' | 'start' | 'end' | 'deskUntil' | 'presence'>

interface DeskInZone {
  readonly id: string
  readonly zoneId: string
}

/** The seat at one desk from a start on, whether it is free or not, and whatever grid starts are offered on. */
export function seatAt(plan: DayPlan, desk: DeskInZone, start: Minute, minutes: number, party: Party): Seat {
  const end = start + minutes
  const presence = presenceOf(plan, desk.zoneId, start, end, party)
  return { deskId: desk.id, start, end, deskUntil: end + plan.turnoverMinutes, presence }
}

/**
 * A seat at a desk for somebody who is called now: from this tick on, or from the next.
 *
 * @param day  without the visit itself
 * @returns    `undefined` if the plan does not hold it
 */
export function seatNow(
  day: Day,
  desk: DeskInZone,
  visit: { serviceId: string; minutes: number; party: Party },
  now: Minute,
): Seat | undefined {
  if (isWayClosedTo(day.plan, desk.zoneId, visit.serviceId)) return undefined
  const tick = Math.floor(now / tickMinutes) * tickMinutes
  return [tick, tick + tickMinutes]
    .filter(start => !(day.plan.airing.get(desk.zoneId) ?? []).some(span => holds(span, start)))
    .map(start => seatAt(day.plan, desk, start, visit.minutes, visit.party))
    .find(seat => isFree(day, seat))
}

/** Whether a desk is staffed and unclaimed for a whole seat, every zone on the way has room, and an arrival is left. */
export function isFree(day: Day, seat: Seat): boolean {
  const { desks, zones, arrivals } = occupancyOf(day)
  const ticks = (seat.deskUntil - seat.start) / tickMinutes
  if (seat.deskUntil > 1440 || (desks.get(seat.deskId)?.freeAhead[seat.start / tickMinutes] ?? 0) < ticks) return false
  if (!seat.presence.every(stay => hasRoom(zones.get(stay.zoneId), stay))) return false
  return arrivalsLeft(arrivals, day.plan.arrivals, arrivalOf(seat)) >= 1
}

function hasRoom(room: { counted: Int32Array; bodies: Int32Array } | undefined, stay: Stay): boolean {
  if (!room) return false
  for (let tick = stay.from / tickMinutes; tick < stay.to / tickMinutes; tick += 1) {
    if (stay.counted > 0 && (room.counted[tick] ?? 0) < stay.counted) return false
    if (stay.bodies > 0 && (room.bodies[tick] ?? 0) < stay.bodies) return false
  }
  return true
}
