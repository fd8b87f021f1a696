import { ticksPerDay, tickMinutes } from '../../../src/domain/calendar.ts'
import type { Booking } from '../../../src/domain/booking/booking.ts'
import type { DeskTick, ZoneTick } from '../../../src/domain/capacity/audited-day.ts'
import type { City } from '../../../src/domain/city.ts'

/** The ledger as it must stand once these bookings are in it; limits are left out. */
export function ledgerOf(
  { city }: { city: City },
  bookings: readonly Booking[],
): { zoneTicks: ZoneTick[]; deskTicks: DeskTick[] } {
  const ticks = Array.from({ length: ticksPerDay }, (_, tick) => tick * tickMinutes)
  const zoneTicks = city.zones.flatMap(zone =>
    ticks.map(tick => {
      const stays = bookings.flatMap(booking => booking.presence.filter(stay => stay.zoneId === zone.id))
      const here = stays.filter(stay => stay.from <= tick && tick < stay.to)
      const counted = here.reduce((sum, stay) => sum + stay.counted, 0)
      const bodies = here.reduce((sum, stay) => sum + stay.bodies, 0)
      return { zoneId: zone.id, tick, counted, countedLimit: null, bodies, bodiesLimit: null, excused: 0 }
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
