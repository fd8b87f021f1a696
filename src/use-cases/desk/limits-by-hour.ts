import type { Minute } from '../../domain/calendar.ts'
import type { Day } from '../../domain/capacity/day.ts'
import { occupancyOfDay, type OccupancyTick } from '../resident/occupancy-of.ts'

/** One hour of one zone: the least that is allowed in it, the most that is booked, and the rule that binds. */
export interface HourLimit {
  readonly from: Minute
  readonly to: Minute
  /** Persons that count against the sanitary limit, and everybody: each the most at once in this hour. */
  readonly booked: number
  readonly bodies: number
  /** Absent where nothing limits. */
  readonly limit?: number
  readonly bindingRuleId?: string
  readonly bodiesLimit?: number
  /** More are booked than allowed at some moment: kept with a reason. */
  readonly isAbove: boolean
}

/** The limits of one zone, hour by hour of opening. */
export interface ZoneHours {
  readonly zoneId: string
  readonly hours: readonly HourLimit[]
}

/** The limits of a day's zones, hour by hour; the first and the last hour may be shorter. */
export function limitsByHour(day: Day): ZoneHours[] {
  return occupancyOfDay(day).map(({ zoneId, ticks }) => {
    const byHour = new Map<number, OccupancyTick[]>()
    for (const tick of ticks) {
      const hour = Math.floor(tick.from / 60)
      byHour.set(hour, [...(byHour.get(hour) ?? []), tick])
    }
    return { zoneId, hours: [...byHour.values()].map(hourOf) }
  })
}

function hourOf(ticks: readonly OccupancyTick[]): HourLimit {
  const binding = ticks.reduce<OccupancyTick | undefined>(
    (least, tick) => ((tick.limit ?? Infinity) < (least?.limit ?? Infinity) ? tick : least),
    undefined,
  )
  const bodiesLimit = Math.min(...ticks.map(tick => tick.bodiesLimit ?? Infinity))
  return {
    from: ticks[0]?.from ?? 0,
    to: (ticks.at(-1)?.from ?? 0) + 5,
    booked: Math.max(...ticks.map(tick => tick.booked)),
    bodies: Math.max(...ticks.map(tick => tick.bodies)),
    ...(binding?.limit !== undefined && { limit: binding.limit }),
    ...(binding?.bindingRuleId !== undefined && { bindingRuleId: binding.bindingRuleId }),
    ...(bodiesLimit < Infinity && { bodiesLimit }),
    isAbove: ticks.some(tick => tick.booked > (tick.limit ?? Infinity) || tick.bodies > (tick.bodiesLimit ?? Infinity)),
  }
}
