import type { City } from '../../../domain/city.ts'
import type { DayException } from '../../../domain/capacity/day.ts'
import { effectOf } from '../../../domain/capacity/day-change.ts'
import type { BookingRecord } from '../../../repositories/bookings.ts'
import { keyOf, type DayKey } from '../../../repositories/change-day.ts'
import { cityOf } from '../../../repositories/city.ts'
import { daysOf, type DayAsOf } from '../../../repositories/days.ts'
import { keptBookings } from '../../../repositories/kept-bookings.ts'
import { NotFound } from '../../errors.ts'
import type { House } from '../../house.ts'
import { occupancyOfDay } from '../../resident/occupancy-of.ts'
import { exceptionsAfter } from './in-force.ts'
import { placesFor } from './places.ts'
import type { Looking, Proposal } from './proposal.ts'
import { minuteIn, timeZoneOf } from '../when.ts'

/**
 * What a change of a day would do: which bookings no longer fit, by desk or by the limit of a room, and where each could
 * go. Nothing is saved.
 *
 * @param looking  what is decided so far, and which other dates to look at
 * @throws {NotFound} if the office has no such desk or zone, or the change to take back is not in force
 */
export async function propose(
  house: House,
  day: DayKey,
  exceptions: readonly DayException[],
  looking: Looking = {},
): Promise<Proposal> {
  const city = await cityOf(house.db)
  const now = house.clock.now(timeZoneOf(city, day.officeId))
  const minute = minuteIn(day.date, now)
  refuseUnknown(city, day, exceptions)
  const days = await daysOf(house.db, city, [day.officeId], day.date, day.date)
  const { day: standing } = days.get(keyOf(day)) as DayAsOf
  const effect = effectOf(
    city,
    standing,
    await exceptionsAfter(house.db, day, { exceptions, takeBack: looking.takeBack }, minute),
    minute,
    new Set((await keptBookings(house.db, day)).keys()),
  )
  const displaced = effect.displaced.map(({ booking, refusal }) => ({ booking: booking as BookingRecord, refusal }))
  return {
    page: standing.page,
    exceptions,
    displaced: await placesFor(house, { city, now, staying: effect.staying, displaced }, looking),
    hours: effect.staying.plan.hours,
    before: occupancyOfDay(standing),
    after: occupancyOfDay(effect.staying),
  }
}

/** @throws {NotFound} if an exception names a desk or a zone that the office does not have */
export function refuseUnknown(city: City, day: DayKey, exceptions: readonly DayException[]): void {
  for (const exception of exceptions) {
    if (exception.kind === 'office-closed') continue
    if (exception.kind === 'zone-closed') {
      if (!city.zones.some(zone => zone.id === exception.zoneId && zone.officeId === day.officeId)) throw new NotFound('zone')
      continue
    }
    const deskId = exception.kind === 'desk-staffed' ? exception.shift.deskId : exception.deskId
    if (!city.desks.some(desk => desk.id === deskId && desk.officeId === day.officeId)) throw new NotFound('desk')
  }
}
