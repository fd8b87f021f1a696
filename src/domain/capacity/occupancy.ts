import { ticksPerDay } from '../calendar.ts'
import { allArrivals, countArrival, type Arrivals } from './arrivals.ts'
import { staffedTicks } from './roster.ts'
import { ticksOf } from './spans.ts'
import type { Minute, Span } from '../calendar.ts'
import type { Booking } from '../booking/booking.ts'
import type { Day, DayPlan } from './day.ts'

/** What the bookings of a day leave free, tick by tick: as it stands now, for it goes on to the next day that is made of this one. */
export interface Occupancy {
  /** By zone: persons that may still come. Negative where bookings were kept above a lowered limit. */
  readonly zones: Map<string, ZoneRoom>
  /** By desk, if it is staffed at all on the day. */
  readonly desks: Map<string, DeskTime>
  readonly arrivals: Arrivals
  /** Bookings whose time may run out. */
  holds: readonly Booking[]
}

export interface ZoneRoom {
  readonly counted: Int32Array
  readonly bodies: Int32Array
}

export interface DeskTime {
  readonly staffed: Uint8Array
  /** How many bookings claim each tick; more than one is a fault that the audit finds. */
  readonly claims: Uint8Array
  /** For how many ticks, from each one on, the desk is staffed and unclaimed. */
  readonly freeAhead: Uint16Array
  /** For how many ticks before each one it is. */
  readonly freeBefore: Uint16Array
}

const known = new WeakMap<Day, Occupancy>()

/** The occupancy of a day, computed once per day value. */
export function occupancyOf(day: Day): Occupancy {
  const ready = known.get(day)
  if (ready) return ready

  const occupancy = emptyOccupancy(day)
  for (const booking of day.bookings) claim(occupancy, day.plan, booking, 1)
  for (const desk of occupancy.desks.values()) measureGaps(desk, 0, ticksPerDay)
  known.set(day, occupancy)
  return occupancy
}

/**
 * Hands the occupancy of a day on to the day with one booking more (1) or less (-1), which is made of it. As a rule nobody
 * asks about the day before again; for whoever does, it is computed anew.
 */
export function handOnOccupancy(before: Day, after: Day, booking?: Booking, change: 1 | -1 = 1): void {
  const occupancy = known.get(before)
  if (!occupancy) return
  known.delete(before)
  known.set(after, occupancy)
  if (!booking) return

  claim(occupancy, after.plan, booking, change)
  const desk = occupancy.desks.get(booking.deskId)
  if (desk) measureGapsAround(desk, ticksOf({ from: booking.start, to: booking.deskUntil }))
  if (isHold(booking)) occupancy.holds = after.bookings.filter(isHold)
}

/** When a party comes to the entrance: the beginning of its presence. */
export function arrivalOf(booking: Pick<Booking, 'start' | 'presence'>): Minute {
  return Math.min(booking.start, ...booking.presence.map(stay => stay.from))
}

function emptyOccupancy({ plan, bookings }: Day): Occupancy {
  return {
    holds: bookings.filter(isHold),
    zones: new Map(
      plan.zones.map(limits => [limits.zone.id, { counted: limits.counted.slice(), bodies: limits.bodies.slice() }]),
    ),
    desks: new Map([...staffedTicks(plan.shifts)].map(([deskId, staffed]) => [deskId, unclaimedDesk(staffed)])),
    arrivals: allArrivals(plan.arrivals),
  }
}

function unclaimedDesk(staffed: Uint8Array): DeskTime {
  const [freeAhead, freeBefore] = [new Uint16Array(ticksPerDay), new Uint16Array(ticksPerDay)]
  return { staffed, claims: new Uint8Array(ticksPerDay), freeAhead, freeBefore }
}

function isHold(booking: Booking): boolean {
  return booking.expiresAt !== undefined
}

function claim(occupancy: Occupancy, plan: DayPlan, booking: Booking, change: 1 | -1): void {
  for (const stay of booking.presence) {
    const room = occupancy.zones.get(stay.zoneId)
    if (!room) continue
    add(room.counted, ticksOf(stay), -change * stay.counted)
    add(room.bodies, ticksOf(stay), -change * stay.bodies)
  }
  const desk = occupancy.desks.get(booking.deskId)
  if (desk) add(desk.claims, ticksOf({ from: booking.start, to: booking.deskUntil }), change)
  countArrival(occupancy.arrivals, plan.arrivals, arrivalOf(booking), change)
}

function add(perTick: Int32Array | Uint8Array, ticks: Span, amount: number): void {
  for (let tick = ticks.from; tick < ticks.to; tick += 1) perTick[tick] = (perTick[tick] ?? 0) + amount
}

/** After a change of these ticks, the gaps that begin, end or lie there are others; they reach from busy tick to busy tick. */
function measureGapsAround(desk: DeskTime, changed: Span): void {
  const from = changed.from - (desk.freeBefore[changed.from] ?? 0)
  const to = changed.to + (desk.freeAhead[changed.to] ?? 0) + 1
  measureGaps(desk, from, Math.min(ticksPerDay, to))
}

/** The stretch must begin after a busy tick and end with one, or with the day. */
function measureGaps({ staffed, claims, freeAhead, freeBefore }: DeskTime, from: number, to: number): void {
  let ahead = 0
  for (let tick = to - 1; tick >= from; tick -= 1) {
    ahead = staffed[tick] && !claims[tick] ? ahead + 1 : 0
    freeAhead[tick] = ahead
  }
  let before = 0
  for (let tick = from; tick < to; tick += 1) {
    freeBefore[tick] = before
    before = freeAhead[tick] ? before + 1 : 0
  }
}
