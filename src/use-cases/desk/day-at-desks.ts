import type { Minute, Moment, Span } from '../../domain/calendar.ts'
import type { City, Desk } from '../../domain/city.ts'
import type { Status } from '../../domain/booking/status.ts'
import type { Day, Shift } from '../../domain/capacity/day.ts'
import { bookingsOfDay } from '../../repositories/bookings.ts'
import { keyOf, type DayKey } from '../../repositories/change-day.ts'
import { cityOf } from '../../repositories/city.ts'
import { daysOf, type DayAsOf } from '../../repositories/days.ts'
import { keptBookings } from '../../repositories/kept-bookings.ts'
import { ticketsOfDay } from '../../repositories/tickets.ts'
import type { House } from '../house.ts'
import { breaksOf, type Break } from './breaks-of.ts'
import { minuteIn, timeZoneOf } from './change-day/propose.ts'
import { deskRow, type DeskRow } from './desk-row.ts'
import { limitsByHour, type ZoneHours } from './limits-by-hour.ts'
import { waitingNow, type WaitingNow } from './waiting-now.ts'

/** Which part of the day a screen or a sheet shows. Without any: the whole office. */
export interface DeskScope {
  readonly departmentId?: string
  readonly deskGroupId?: string
  readonly deskId?: string
}

/** The day of an office, a department, a desk group or a desk, as its schedule shows it. */
export interface DayAtDesks {
  readonly page: number
  /** Changes whenever the day does, but not with the clock. */
  readonly etag: string
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

/**
 * The schedule of a day. What does not depend on the clock is computed once a page.
 *
 * @throws {NotFound} if there is no such office
 */
export async function dayAtDesks(house: House, key: DayKey, scope: DeskScope = {}): Promise<DayAtDesks> {
  const city = await cityOf(house.db)
  const now = house.clock.now(timeZoneOf(city, key.officeId))
  const { day, label } = (await daysOf(house.db, city, [key.officeId], key.date, key.date)).get(keyOf(key)) as DayAsOf
  const whole = await wholeDay(house, city, key, day)

  const desks = city.desks.filter(desk => desk.officeId === key.officeId && isInScope(city, scope, desk))
  const rows = whole.rows.filter(row => isRowInScope(scope, row))
  const zoneIds = new Set(desks.flatMap(desk => whole.zonesAround.get(desk.zoneId) ?? []))
  const minute = minuteIn(key.date, now)
  return {
    page: day.page,
    etag: label,
    now,
    hours: day.plan.hours,
    desks: desks.map(desk => deskNow(desk, day, whole.rows, minute)),
    rows,
    breaks: whole.breaks.filter(each => concerns(each, desks, zoneIds)),
    waiting: waitingNow(city, day, whole.rows, minute).filter(each => rows.some(row => row.bookingNumber === each.bookingNumber)),
    limits: whole.limits.filter(({ zoneId }) => zoneIds.has(zoneId)),
    totals: totalsOf(rows),
  }
}

interface WholeDay {
  readonly rows: readonly DeskRow[]
  readonly breaks: readonly Break[]
  readonly limits: readonly ZoneHours[]
  /** By zone: itself and every zone around it. */
  readonly zonesAround: ReadonlyMap<string, readonly string[]>
}

const remembrance = new WeakMap<Day, Promise<WholeDay>>()

function wholeDay(house: House, city: City, key: DayKey, day: Day): Promise<WholeDay> {
  const known = remembrance.get(day)
  if (known) return known
  const read = readWhole(house, city, key, day)
  remembrance.set(day, read)
  read.catch(() => remembrance.delete(day))
  return read
}

async function readWhole(house: House, city: City, key: DayKey, day: Day): Promise<WholeDay> {
  const bookings = await bookingsOfDay(house.db, key)
  const tickets = new Map((await ticketsOfDay(house.db, key)).map(ticket => [ticket.bookingNumber, ticket]))
  const kept = await keptBookings(house.db, key)
  const rows = bookings
    .filter(({ status, number }) => status !== 'expired' && (status !== 'cancelled' || tickets.has(number)))
    .map(booking => deskRow(city, day.plan, booking, tickets.get(booking.number), kept.get(booking.number)))
    .sort(
      (one, other) => one.start - other.start || labelOf(city, one).localeCompare(labelOf(city, other), 'pl', { numeric: true }),
    )
  return { rows, breaks: await breaksOf(house, day), limits: limitsByHour(day), zonesAround: zonesAroundOf(day) }
}

function labelOf(city: City, row: DeskRow): string {
  return city.desks.find(desk => desk.id === row.deskId)?.label ?? ''
}

function zonesAroundOf(day: Day): Map<string, string[]> {
  const around = new Map<string, string[]>()
  for (const { zone } of day.plan.zones) {
    const waiting = zone.waitingZoneId === undefined ? [] : [zone.waitingZoneId]
    around.set(zone.id, [zone.id, ...waiting, ...(around.get(zone.parentId ?? '') ?? [])])
  }
  return around
}

function isInScope(city: City, scope: DeskScope, desk: Desk): boolean {
  const group = city.deskGroups.find(each => each.id === desk.deskGroupId)
  return (
    (scope.departmentId === undefined || scope.departmentId === group?.departmentId) &&
    (scope.deskGroupId === undefined || scope.deskGroupId === desk.deskGroupId) &&
    (scope.deskId === undefined || scope.deskId === desk.id)
  )
}

function isRowInScope(scope: DeskScope, row: DeskRow): boolean {
  return (
    (scope.departmentId === undefined || scope.departmentId === row.departmentId) &&
    (scope.deskGroupId === undefined || scope.deskGroupId === row.deskGroupId) &&
    (scope.deskId === undefined || scope.deskId === (row.ticket?.deskId ?? row.deskId))
  )
}

function concerns(stretch: Break, desks: readonly Desk[], zoneIds: ReadonlySet<string>): boolean {
  if (stretch.deskId !== undefined) return desks.some(desk => desk.id === stretch.deskId)
  return stretch.zoneId === undefined || zoneIds.has(stretch.zoneId)
}

function deskNow(desk: Desk, day: Day, rows: readonly DeskRow[], now: Minute): DeskNow {
  const shifts = day.plan.shifts.filter(shift => shift.deskId === desk.id)
  const busy = rows.find(row => (row.status === 'called' || row.status === 'serving') && row.ticket?.deskId === desk.id)
  return {
    desk,
    shifts,
    isStaffed: shifts.some(({ span }) => span.from <= now && now < span.to),
    ...(busy && { bookingNumber: busy.bookingNumber }),
  }
}

function totalsOf(rows: readonly DeskRow[]): Totals {
  const byStatus: Partial<Record<Status, number>> = {}
  for (const { status } of rows) byStatus[status] = (byStatus[status] ?? 0) + 1
  return { visits: rows.length, persons: rows.reduce((sum, row) => sum + row.persons, 0), byStatus }
}
