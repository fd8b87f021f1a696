import { ticksPerDay, tickMinutes } from '../../../src/domain/calendar.ts'
import type { Booking } from '../../../src/domain/booking/booking.ts'
import { unlimited } from '../../../src/domain/capacity/day.ts'
import { planOfDay } from '../../../src/domain/capacity/plan.ts'
import type { AuditedDay, DeskTick, ZoneTick } from '../../../src/domain/capacity/audited-day.ts'
import type { World } from './brute-force.ts'

/** A day as the database must have it once these bookings are on it, and nothing of it was ever changed. */
export function auditedDayOf(world: World, bookings: readonly Booking[]): AuditedDay {
  return {
    ...world,
    ...{ retired: { zones: [], desks: [] }, cityVersion: world.city.version, isChanged: false },
    ...{ bookings, unreadable: [], fresh: new Set(bookings.map(({ number }) => number)), attended: new Set() },
    ...ledgerOf(world, bookings),
  }
}

/** The ledger of a day with these bookings, with the limits of its plan. */
export function ledgerOf(world: World, bookings: readonly Booking[]): { zoneTicks: ZoneTick[]; deskTicks: DeskTick[] } {
  const { city } = world
  const plan = planOfDay(city, world.officeId, world.date, world.exceptions)
  const orNull = (limit = unlimited) => (limit === unlimited ? null : limit)
  const ticks = Array.from({ length: ticksPerDay }, (_, tick) => tick * tickMinutes)
  const zoneTicks = city.zones.flatMap(zone =>
    ticks.map(tick => {
      const stays = bookings.flatMap(booking => booking.presence.filter(stay => stay.zoneId === zone.id))
      const here = stays.filter(stay => stay.from <= tick && tick < stay.to)
      const counted = here.reduce((sum, stay) => sum + stay.counted, 0)
      const bodies = here.reduce((sum, stay) => sum + stay.bodies, 0)
      const limits = plan.zones.find(each => each.zone.id === zone.id)
      const countedLimit = orNull(limits?.counted[tick / tickMinutes])
      const bodiesLimit = orNull(limits?.bodies[tick / tickMinutes])
      return { zoneId: zone.id, tick, counted, countedLimit, bodies, bodiesLimit, excused: 0 }
    }),
  )
  const deskTicks = city.desks.flatMap(desk =>
    ticks.map(tick => {
      const own = bookings.find(({ deskId, start, deskUntil }) => deskId === desk.id && start <= tick && tick < deskUntil)
      return { deskId: desk.id, tick, bookingNumber: own?.number ?? null }
    }),
  )
  return { zoneTicks, deskTicks }
}
