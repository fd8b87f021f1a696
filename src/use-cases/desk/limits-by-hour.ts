import { tickMinutes, type Minute, type Span } from '../../domain/calendar.ts'
import { unlimited, type Day, type ZoneLimits } from '../../domain/capacity/day.ts'
import { occupancyOf, type ZoneRoom } from '../../domain/capacity/occupancy.ts'

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

/** The limits of a day's zones, hour by hour of opening; the first and the last hour may be shorter. */
export function limitsByHour(day: Day): ZoneHours[] {
  const { zones } = occupancyOf(day)
  const hours = day.plan.hours.flatMap(hoursIn)
  return day.plan.zones.map(limits => {
    const room = zones.get(limits.zone.id)
    return { zoneId: limits.zone.id, hours: room ? hours.map(hour => hourOf(limits, room, hour)) : [] }
  })
}

function hoursIn(open: Span): Span[] {
  const starts = [open.from]
  for (let from = (Math.floor(open.from / 60) + 1) * 60; from < open.to; from += 60) starts.push(from)
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? open.to }))
}

function hourOf(limits: ZoneLimits, room: ZoneRoom, hour: Span): HourLimit {
  let [booked, bodies, limit, bodiesLimit, isAbove] = [0, 0, unlimited, unlimited, false]
  let bindingRuleId: string | undefined
  for (let tick = hour.from / tickMinutes; tick < hour.to / tickMinutes; tick += 1) {
    const [counted, all] = [limits.counted[tick] ?? unlimited, limits.bodies[tick] ?? unlimited]
    const [countedLeft, allLeft] = [room.counted[tick] ?? counted, room.bodies[tick] ?? all]
    if (counted < limit) bindingRuleId = limits.bindingRuleIds[tick]
    limit = Math.min(limit, counted)
    bodiesLimit = Math.min(bodiesLimit, all)
    booked = Math.max(booked, counted - countedLeft)
    bodies = Math.max(bodies, all - allLeft)
    isAbove ||= countedLeft < 0 || allLeft < 0
  }
  return {
    ...{ ...hour, booked, bodies, isAbove },
    ...(limit < unlimited && { limit }),
    ...(bindingRuleId !== undefined && { bindingRuleId }),
    ...(bodiesLimit < unlimited && { bodiesLimit }),
  }
}
