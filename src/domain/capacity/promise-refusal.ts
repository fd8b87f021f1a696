import { ticksPerDay } from '../calendar.ts'
import { isClosedTo } from './date-gate.ts'
import { occupancyOf } from './occupancy.ts'
import { ticksOf } from './spans.ts'
import type { Booking } from '../booking/booking.ts'
import type { Refusal } from '../booking/refusal.ts'
import type { Day, Stay } from './day.ts'

/** What stands in the way of a booking at the desk and the time it was promised; `undefined` if the day still holds it. */
export function refusalOf(kept: Day, booking: Booking): Refusal | undefined {
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
