import type { Minute } from '../../src/domain/calendar.ts'
import type { DoorFigures } from './doors.ts'
import { clockOf, type End, type Play, type Visitor } from './play.ts'

/** A middle and the value that nine of ten do not exceed, in minutes. */
export interface Spread {
  readonly count: number
  readonly median: number
  readonly ninety: number
}

/** What came of a simulated day. Everything but `run` is the same for the same seed where one process plays it. */
export interface Report {
  readonly office: string
  readonly date: string
  readonly seed: number
  readonly visits: number
  readonly ends: Readonly<Partial<Record<End, number>>>
  readonly booked: number
  readonly walkIns: { readonly came: number; readonly admitted: number; readonly toldLater: number; readonly sentAway: number }
  readonly waiting: { readonly booked: Spread; readonly walkIns: Spread }
  readonly serving: Spread
  /** Minutes between the time booked and the call; `within5` is the share called by five minutes after it. */
  readonly punctuality: Spread & { readonly within5: number }
  readonly desks: readonly {
    readonly hour: string
    readonly staffedMinutes: number
    readonly usedMinutes: number
    readonly use: number
  }[]
  readonly rooms: readonly RoomFigure[]
  readonly doors?: DoorFigures
  /** Who was marked as missing while they waited, and had the mistake undone. */
  readonly overlooked: number
  /** Calls to a room in which fewer clerks had stayed than the party has persons, or others wait. */
  readonly afterHours: number
  readonly faults: readonly string[]
  readonly run: { readonly processes: number; readonly asked: number; readonly seconds: number; readonly timesRealSpeed: number }
}

export interface RoomFigure {
  readonly zone: string
  readonly most: number
  readonly limitThen: number | null
  /** Minutes in which a limit had fallen beneath those who were still served. */
  readonly minutesAbove: number
}

interface Ran {
  readonly processes: number
  readonly booked: number
  readonly milliseconds: number
}

/** The figures of a day that was played. */
export function reportOf(play: Play, { processes, booked, milliseconds }: Ran): Report {
  const { visitors } = play
  const called = visitors.filter(visitor => visitor.firstCalledAt !== undefined && visitor.arrivedAt !== undefined)
  const inTime = called.filter(visitor => visitor.bookedStart !== undefined)
  const without = called.filter(visitor => visitor.bookedStart === undefined)
  const delays = inTime.map(
    ({ firstCalledAt = 0, bookedStart = 0, arrivedAt = 0 }) => firstCalledAt - Math.max(bookedStart, arrivedAt),
  )
  const walked = visitors.filter(visitor => visitor.walkedIn)
  const open = play.plan.hours.reduce((sum, { from, to }) => sum + to - from, 0)
  return {
    ...{ office: play.day.officeId, date: play.day.date, seed: play.seed },
    visits: visitors.filter(({ number }) => number !== undefined).length,
    ends: countBy(visitors.flatMap(({ ends }) => ends)),
    booked,
    walkIns: {
      came: walked.length,
      admitted: walked.filter(({ number, toldLater }) => number !== undefined && !toldLater).length,
      toldLater: walked.filter(({ toldLater }) => toldLater).length,
      sentAway: walked.filter(({ number }) => number === undefined).length,
    },
    waiting: { booked: spreadOf(delays.map(delay => Math.max(0, delay))), walkIns: spreadOf(without.map(waited)) },
    serving: spreadOf(
      visitors.flatMap(({ servedFrom, servedAt }) =>
        servedFrom !== undefined && servedAt !== undefined ? [servedAt - servedFrom] : [],
      ),
    ),
    punctuality: {
      ...spreadOf(delays),
      within5: share(delays.filter(delay => delay <= 5).length, delays.length),
    },
    desks: useByHour(play),
    rooms: [...play.tally.rooms].map(([zoneId, { most, limitThen, minutesAbove }]) => ({
      ...{ zone: zoneId, most, minutesAbove },
      limitThen: limitThen > 100_000 ? null : limitThen,
    })),
    ...(play.doors && { doors: play.doors.figures }),
    ...{ overlooked: play.overlooked, afterHours: play.tally.afterHours },
    faults: play.faults,
    run: {
      ...{ processes, asked: play.asked, seconds: Math.round(milliseconds / 100) / 10 },
      timesRealSpeed: Math.round((open * 60_000) / milliseconds),
    },
  }
}

function waited({ firstCalledAt = 0, arrivedAt = 0 }: Visitor): Minute {
  return firstCalledAt - arrivedAt
}

function useByHour({ plan, clerks }: Play): Report['desks'] {
  const [from = 0, to = 0] = [plan.hours[0]?.from, plan.hours.at(-1)?.to]
  const hours = Array.from({ length: Math.ceil(to / 60) - Math.floor(from / 60) }, (_, nth) => Math.floor(from / 60) + nth)
  return hours.map(hour => {
    const within = (span: { from: Minute; to: Minute }) =>
      Math.max(0, Math.min(span.to, hour * 60 + 60) - Math.max(span.from, hour * 60))
    const staffedMinutes = plan.shifts.reduce((sum, { span }) => sum + within(span), 0)
    const usedMinutes = clerks.flatMap(({ busy }) => busy).reduce((sum, span) => sum + within(span), 0)
    return { hour: clockOf(hour * 60), staffedMinutes, usedMinutes, use: share(usedMinutes, staffedMinutes) }
  })
}

function spreadOf(minutes: readonly number[]): Spread {
  const sorted = minutes.toSorted((one, other) => one - other)
  const at = (part: number) => sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0
  return { count: sorted.length, median: at(0.5), ninety: at(0.9) }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100) / 100
}

function countBy<T extends string>(things: readonly T[]): Partial<Record<T, number>> {
  const counts: Partial<Record<T, number>> = {}
  for (const thing of things.toSorted()) counts[thing] = (counts[thing] ?? 0) + 1
  return counts
}
