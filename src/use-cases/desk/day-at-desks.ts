import type { Minute, Moment, Span } from '../../domain/calendar.ts'
import type { City, Desk } from '../../domain/city.ts'
import type { Status } from '../../domain/booking/status.ts'
import type { Day, Shift } from '../../domain/capacity/day.ts'
import { keyOf, type DayKey } from '../../repositories/change-day.ts'
import { cityOf } from '../../repositories/city.ts'
import { daysOf, type DayAsOf } from '../../repositories/days.ts'
import type { House } from '../house.ts'
import type { Break } from './breaks-of.ts'
import { minuteIn, timeZoneOf } from './when.ts'
import type { DeskRow } from './desk-row.ts'
import { isInScope, isRowInScope, type DeskScope } from './desk-scope.ts'
import type { ZoneHours } from './limits-by-hour.ts'
import { waitingNow, type WaitingNow } from './waiting-now.ts'
import { wholeDay, type WholeDay } from './whole-day.ts'

export type { DeskScope }

/** The day of an office, a department, a desk group or a desk, as its schedule shows it. */
export interface DayAtDesks {
  readonly page: number
  /** Changes whenever the day does, but not with the clock. */
  readonly etag: string
  /** As it was when the day was read. */
  readonly city: City
  readonly now: Moment
  readonly hours: readonly Span[]
  /** Desks in scope, with their shifts of the day and what they do now. */
  readonly desks: readonly DeskNow[]
  /** By start, then desk; without holds that ended and visits called off before anybody came. */
  readonly rows: readonly DeskRow[]
  readonly breaks: readonly Break[]
  /** Who waits to be called, queue by queue in the order of calls, with how long it will probably take. */
  readonly waiting: readonly WaitingNow[]
  /** Limits of the rooms in scope and of everything around them, building first. */
  readonly limits: readonly ZoneHours[]
  /** By zone: itself and every zone around it. */
  readonly zonesAround: ReadonlyMap<string, readonly string[]>
  readonly totals: Totals
}

export interface DeskNow {
  readonly desk: Desk
  readonly shifts: readonly Shift[]
  readonly isStaffed: boolean
  /** Number of the booking that the desk has called or serves. */
  readonly bookingNumber?: number
}

export interface Totals {
  readonly visits: number
  readonly persons: number
  readonly byStatus: Readonly<Partial<Record<Status, number>>>
}

/** The whole office as it stood at a minute: many screens ask for it at once. */
const remembrance = new WeakMap<Day, DayAtDesks>()

/**
 * The schedule of a day. What does not depend on the clock is computed once a page, the rest once a minute.
 *
 * @throws {NotFound} if there is no such office
 */
export async function dayAtDesks(house: House, key: DayKey, scope?: DeskScope): Promise<DayAtDesks> {
  const city = await cityOf(house.db)
  const now = house.clock.now(timeZoneOf(city, key.officeId))
  const { day, label } = (await daysOf(house.db, city, [key.officeId], key.date, key.date)).get(keyOf(key)) as DayAsOf
  const last = remembrance.get(day)
  const isNow = last?.etag === label && last.now.date === now.date && last.now.minute === now.minute
  const office = isNow ? last : wholeOffice(city, key, day, await wholeDay(house, city, key, day), { label, now })
  remembrance.set(day, office)
  return scope ? partOfDay(office, scope) : office
}

function wholeOffice(city: City, key: DayKey, day: Day, whole: WholeDay, { label, now }: { label: string; now: Moment }) {
  const minute = minuteIn(key.date, now)
  const desks = city.desks.filter(desk => desk.officeId === key.officeId)
  const office: DayAtDesks = {
    ...{ page: day.page, etag: label, city, now, hours: day.plan.hours, rows: whole.rows, breaks: whole.breaks },
    desks: desks.map(desk => deskNow(desk, day, whole.busy.get(desk.id), minute)),
    waiting: waitingNow(city, day, whole.rows, minute),
    limits: whole.limits,
    zonesAround: whole.zonesAround,
    totals: totalsOf(whole.rows),
  }
  return partOfDay(office, {})
}

/** What of an office's day a narrower scope shows. */
export function partOfDay(day: DayAtDesks, scope: DeskScope): DayAtDesks {
  const desks = day.desks.filter(({ desk }) => isInScope(day.city, scope, desk))
  const rows = day.rows.filter(row => isRowInScope(scope, row))
  const shown = new Set(rows.map(row => row.bookingNumber))
  const deskIds = new Set(desks.map(({ desk }) => desk.id))
  const zoneIds = new Set(desks.flatMap(({ desk }) => day.zonesAround.get(desk.zoneId) ?? []))
  return {
    ...day,
    ...{ desks, rows },
    breaks: day.breaks.filter(each => concerns(each, deskIds, zoneIds)),
    waiting: day.waiting.filter(each => shown.has(each.bookingNumber)),
    limits: day.limits.filter(({ zoneId }) => zoneIds.has(zoneId)),
    totals: totalsOf(rows),
  }
}

function concerns(stretch: Break, deskIds: ReadonlySet<string>, zoneIds: ReadonlySet<string>): boolean {
  if (stretch.deskId !== undefined) return deskIds.has(stretch.deskId)
  return stretch.zoneId === undefined || zoneIds.has(stretch.zoneId)
}

function deskNow(desk: Desk, day: Day, bookingNumber: number | undefined, now: Minute): DeskNow {
  const shifts = day.plan.shifts.filter(shift => shift.deskId === desk.id)
  const isStaffed = shifts.some(({ span }) => span.from <= now && now < span.to)
  return { desk, shifts, isStaffed, ...(bookingNumber !== undefined && { bookingNumber }) }
}

function totalsOf(rows: readonly DeskRow[]): Totals {
  const byStatus: Partial<Record<Status, number>> = {}
  for (const { status } of rows) byStatus[status] = (byStatus[status] ?? 0) + 1
  return { visits: rows.length, persons: rows.reduce((sum, row) => sum + row.persons, 0), byStatus }
}
