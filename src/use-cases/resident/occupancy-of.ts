import { tickMinutes, type Minute, type OfficeDate } from '../../domain/calendar.ts'
import { unlimited, type Day } from '../../domain/capacity/day.ts'
import { keyOf } from '../../repositories/change-day.ts'
import { cityOf } from '../../repositories/city.ts'
import { daysOf, type DayAsOf } from '../../repositories/days.ts'
import { NotFound } from '../errors.ts'
import type { House } from '../house.ts'

/** Five minutes of one zone: persons booked into it, and the most that may be there. */
export interface OccupancyTick {
  readonly from: Minute
  /** Persons that count against the sanitary limit. */
  readonly booked: number
  /** Everybody. */
  readonly bodies: number
  /** Absent where no rule counts heads. */
  readonly limit?: number
  readonly bindingRuleId?: string
  /** Absent where the fire capacity is unknown. */
  readonly bodiesLimit?: number
}

export interface Occupancy {
  readonly page: number
  readonly etag: string
  readonly zones: readonly { readonly zoneId: string; readonly ticks: readonly OccupancyTick[] }[]
}

/** How full each zone of an office is booked on a date, every five minutes of its hours. @throws {NotFound} */
export async function occupancyOf(house: House, officeId: string, date: OfficeDate): Promise<Occupancy> {
  const city = await cityOf(house.db)
  if (!city.offices.some(office => office.id === officeId)) throw new NotFound('office')
  const days = await daysOf(house.db, city, [officeId], date, date)
  const { day, label } = days.get(keyOf({ officeId, date })) as DayAsOf
  return { page: day.page, etag: label, zones: occupancyOfDay(day) }
}

/** The same from a day at hand. */
export function occupancyOfDay(day: Day): Occupancy['zones'] {
  const stays = day.bookings.flatMap(booking => booking.presence)
  return day.plan.zones.map(limits => {
    const here = stays.filter(stay => stay.zoneId === limits.zone.id)
    const ticks = openTicks(day).map(from => {
      const present = here.filter(stay => stay.from <= from && from < stay.to)
      const tick = from / tickMinutes
      const bindingRuleId = limits.bindingRuleIds[tick]
      return {
        from,
        booked: present.reduce((sum, stay) => sum + stay.counted, 0),
        bodies: present.reduce((sum, stay) => sum + stay.bodies, 0),
        ...finite('limit', limits.counted[tick]),
        ...(bindingRuleId !== undefined && { bindingRuleId }),
        ...finite('bodiesLimit', limits.bodies[tick]),
      }
    })
    return { zoneId: limits.zone.id, ticks }
  })
}

function openTicks(day: Day): Minute[] {
  return day.plan.hours.flatMap(({ from, to }) =>
    Array.from({ length: (to - from) / tickMinutes }, (_, tick) => from + tick * tickMinutes),
  )
}

function finite<K extends string>(name: K, limit: number | undefined): Partial<Record<K, number>> {
  return limit === undefined || limit === unlimited ? {} : ({ [name]: limit } as Record<K, number>)
}
