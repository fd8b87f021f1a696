import { bodiesLimitAt, countedLimitAt } from './audit-limit.ts'
import { isOfThisCity, type AuditedDay, type ZoneTick } from './audited-day.ts'
import type { Minute } from '../calendar.ts'
import type { Booking } from '../booking/booking.ts'
import type { Count, Found } from './violation.ts'

type LimitAt = (minute: Minute, row: ZoneTick | undefined) => number

/** By the audit's own reckoning; by the ledger where the city in force says nothing of the zone on that day. */
export function limitsOf(day: AuditedDay, zoneId: string): Record<Count, LimitAt> {
  if (isReckoned(day, zoneId)) return { counted: countedLimitAt(day, zoneId), bodies: bodiesLimitAt(day, zoneId) }
  return {
    counted: (_, row) => row?.countedLimit ?? Infinity,
    bodies: (_, row) => row?.bodiesLimit ?? Infinity,
  }
}

/** What is wrong with what the ledger of a zone allows, row by row. Each row is reckoned once: limits change by the tick. */
export function ledgerFindings(day: AuditedDay, bookings: readonly Booking[], zoneId: string): (row: ZoneTick) => Found[] {
  const known = new Map<ZoneTick, Found[]>()
  const [limits, neededIn] = [limitsOf(day, zoneId), excusable(day, bookings)]
  return row => {
    const found = known.get(row) ?? [...limitFindings(row, limits), ...excusedFindings(row, neededIn(row))]
    known.set(row, found)
    return found
  }
}

function limitFindings(row: ZoneTick, limits: Record<Count, LimitAt>): Found[] {
  const { zoneId, tick, countedLimit, bodiesLimit } = row
  const ledgers = { counted: countedLimit ?? Infinity, bodies: bodiesLimit ?? Infinity }
  return (['counted', 'bodies'] as const).flatMap(count => {
    const [reckoned, ledger] = [limits[count](tick, row), ledgers[count]]
    return reckoned === ledger
      ? []
      : [{ kind: 'zone-limit-differs', zoneId, count, reckoned: orNull(reckoned), ledger: orNull(ledger) }]
  })
}

function excusedFindings({ zoneId, excused }: ZoneTick, needed: number): Found[] {
  return excused > needed ? [{ kind: 'excused-unneeded', zoneId, excused, needed }] : []
}

/**
 * How many persons each row of a day may excuse: those above its limits, if anybody was promised a place before the city or
 * the day was changed. Where neither ever was, nobody can have been kept.
 */
export function excusable(day: AuditedDay, bookings: readonly Booking[]): (row: ZoneTick) => number {
  const isAllFresh = day.unreadable.length === 0 && bookings.every(({ number }) => day.fresh.has(number))
  if (isAllFresh && !day.isChanged) return () => 0
  return ({ counted, countedLimit, bodies, bodiesLimit }) =>
    Math.max(0, counted - (countedLimit ?? Infinity), bodies - (bodiesLimit ?? Infinity))
}

function isReckoned(day: AuditedDay, zoneId: string): boolean {
  const { city, officeId } = day
  const zone = city.zones.find(({ id }) => id === zoneId)
  return isOfThisCity(day) && zone?.officeId === officeId && city.offices.some(({ id }) => id === officeId)
}

function orNull(limit: number): number | null {
  return limit === Infinity ? null : limit
}
