import { ticksPerDay } from '../calendar.ts'
import { isClosedTo } from './date-gate.ts'
import { withBooking } from './day.ts'
import { occupancyOf } from './occupancy.ts'
import { ticksOf } from './spans.ts'
import { weightIn } from './stay.ts'
import type { Booking } from '../booking/booking.ts'
import type { Refusal } from '../booking/refusal.ts'
import type { Day, DayPlan, Stay } from './day.ts'

/** What a new plan does to the promises made under the old one. */
export interface Displacement {
  /** The day with those that stay, each weighed as the new rules count. */
  readonly kept: Day
  /** Those that no longer fit, in the order in which they were booked, each with what stands in its way. */
  readonly displaced: readonly Displaced[]
}

export interface Displaced {
  readonly booking: Booking
  readonly refusal: Refusal
}

/**
 * Which bookings fit a new plan at the desk and the time they have. Those booked first stay; protected ones, and
 * those already in the building, stay before others (capacity model, section 8).
 *
 * @param day          the new plan with the bookings made under the old one
 * @param isProtected  whether a booking must stay before others; by default those for which something was arranged
 */
export function displacementOf(day: Day, isProtected: (booking: Booking) => boolean = hasNeeds): Displacement {
  const rank = (booking: Booking) => (isHere(booking) ? 0 : isProtected(booking) ? 1 : 2)
  const inOrder = day.bookings.toSorted((one, other) => rank(one) - rank(other) || one.number - other.number)

  let kept: Day = { ...day, bookings: [] }
  const displaced: Displaced[] = []
  for (const booking of inOrder) {
    const weighed = weighedBy(day.plan, booking)
    const refusal = refusalOf(kept, weighed)
    if (refusal) displaced.push({ booking, refusal })
    if (!refusal) kept = withBooking(kept, weighed, day.page)
  }
  return { kept, displaced: displaced.toSorted((one, other) => one.booking.number - other.booking.number) }
}

function hasNeeds(booking: Booking): boolean {
  return booking.needs.length > 0
}

function isHere(booking: Booking): boolean {
  return ['arrived', 'called', 'serving', 'served'].includes(booking.status)
}

/** A booking with its persons counted as the rules of a plan count them; where and when it is stays as promised. */
export function weighedBy(plan: DayPlan, booking: Booking): Booking {
  const presence = booking.presence.map(stay => {
    const limits = plan.zones.find(({ zone }) => zone.id === stay.zoneId)
    return limits ? { ...stay, ...weightIn(limits, booking.party), bodies: stay.bodies } : stay
  })
  return { ...booking, presence }
}

function refusalOf(kept: Day, booking: Booking): Refusal | undefined {
  const { plan } = kept
  if (plan.hours.length === 0) return { reason: 'closed' }
  if (booking.presence.some(stay => isClosedTo(plan, stay.zoneId, booking.serviceId))) return { reason: 'closed' }
  if (plan.servicesOnly && !plan.servicesOnly.has(booking.serviceId)) return { reason: 'not-in-person' }
  if (!hasDesk(kept, booking)) return { reason: 'no-desk' }

  for (const stay of booking.presence) {
    const full = fullTick(kept, stay)
    if (full) return { reason: 'zone-full', zoneId: stay.zoneId, ...full }
  }
  return undefined
}

function hasDesk(kept: Day, booking: Booking): boolean {
  const ticks = ticksOf({ from: booking.start, to: booking.deskUntil })
  const free = occupancyOf(kept).desks.get(booking.deskId)?.freeAhead[ticks.from] ?? 0
  return free >= ticks.to - ticks.from
}

/** What leaves no room for a stay: the rule, or an empty answer for the fire capacity; `undefined` if there is room. */
function fullTick(kept: Day, stay: Stay): { ruleId?: string } | undefined {
  const room = occupancyOf(kept).zones.get(stay.zoneId)
  if (!room) return {}

  const ticks = ticksOf(stay)
  const limits = kept.plan.zones.find(({ zone }) => zone.id === stay.zoneId)
  for (let tick = ticks.from; tick < Math.min(ticks.to, ticksPerDay); tick += 1) {
    const ruleId = limits?.bindingRuleIds[tick]
    if ((room.counted[tick] ?? 0) < stay.counted) return ruleId === undefined ? {} : { ruleId }
    if ((room.bodies[tick] ?? 0) < stay.bodies) return {}
  }
  return undefined
}
