import { bodiesLimitAt, countedLimitAt } from './audit-limit.ts'
import type { Minute, OfficeDate, Span } from '../calendar.ts'
import type { City } from '../city.ts'
import type { Booking } from '../booking/booking.ts'
import type { DayException } from './day.ts'

/** One office's day as the database has it. */
export interface AuditedDay {
  readonly city: City
  /** What the city has no longer, but bookings may still name. What was allowed there is not known any more. */
  readonly retired: Pick<City, 'zones' | 'desks'>
  readonly officeId: string
  readonly date: OfficeDate
  readonly exceptions: readonly DayException[]
  /** Every booking of the day, whatever its status. */
  readonly bookings: readonly Booking[]
  readonly zoneTicks: readonly ZoneTick[]
  readonly deskTicks: readonly DeskTick[]
}

/** A row of the ledger of zones; `null` is "no limit". */
export interface ZoneTick {
  readonly zoneId: string
  readonly tick: Minute
  readonly counted: number
  readonly countedLimit: number | null
  readonly bodies: number
  readonly bodiesLimit: number | null
  readonly excused: number
}

/** A row of the ledger of desks: one per staffed tick. */
export interface DeskTick {
  readonly deskId: string
  readonly tick: Minute
  readonly bookingNumber: number | null
}

/** What the audit found wrong, from a minute up to another (half-open). */
export type Violation = Span & { readonly officeId: string; readonly date: OfficeDate } & (
    | {
        readonly kind: 'zone-above-limit'
        readonly zoneId: string
        readonly count: Count
        readonly persons: number
        readonly limit: number
      }
    | { readonly kind: 'desk-claimed-twice'; readonly deskId: string; readonly bookingNumbers: readonly number[] }
    | {
        readonly kind: 'zone-ledger-differs'
        readonly zoneId: string
        readonly count: Count
        readonly booked: number
        readonly ledger: number
      }
    | {
        readonly kind: 'desk-ledger-differs'
        readonly deskId: string
        readonly booked: number | null
        readonly ledger: number | null
      }
    | { readonly kind: 'presence-wrong'; readonly zoneId: string; readonly bookingNumber: number }
  )

/** Persons as the sanitary rules count them, or everybody. */
export type Count = 'counted' | 'bodies'

type Found<V = Violation> = V extends Violation ? Omit<V, 'officeId' | 'date' | 'from' | 'to'> : never

/**
 * Sweeps a day minute by minute: every zone above a limit, every desk claimed twice, every booking that is not in
 * the building as it must be, every difference between bookings and ledger. It shares no code with what promises
 * and books, so that a mistake there cannot hide itself here; excused persons are no violation.
 */
export function audit(day: AuditedDay): Violation[] {
  const bookings = day.bookings.filter(booking => !['no-show', 'cancelled', 'expired', 'displaced'].includes(booking.status))
  const zones = [...day.city.zones, ...day.retired.zones]
  const zoneIds = zones.filter(zone => zone.officeId === day.officeId).map(zone => zone.id)
  const deskIds = new Set([...bookings.map(booking => booking.deskId), ...day.deskTicks.map(row => row.deskId)])
  const findings = [
    ...zoneIds.flatMap(zoneId => overMinutes(zoneFindings(day, bookings, zoneId))),
    ...[...deskIds].flatMap(deskId => overMinutes(deskFindings(day, bookings, deskId))),
    ...bookings.flatMap(booking => presenceFindings(day, booking)),
  ]
  return findings.map(finding => ({ officeId: day.officeId, date: day.date, ...finding }) as Violation)
}

function zoneFindings(day: AuditedDay, bookings: readonly Booking[], zoneId: string): (minute: Minute) => Found[] {
  const rows = new Map(day.zoneTicks.filter(row => row.zoneId === zoneId).map(row => [row.tick, row]))
  const stays = bookings.flatMap(booking => booking.presence.filter(stay => stay.zoneId === zoneId))
  const isRetired = day.retired.zones.some(zone => zone.id === zoneId)
  const countedLimit = isRetired ? () => Infinity : countedLimitAt(day, zoneId)
  const bodiesLimit = isRetired ? () => Infinity : bodiesLimitAt(day, zoneId)

  return minute => {
    const row = rows.get(minute - (minute % 5))
    const present = stays.filter(stay => stay.from <= minute && minute < stay.to)
    return (['counted', 'bodies'] as const).flatMap(count => {
      const persons = present.reduce((sum, stay) => sum + stay[count], 0)
      const limit = persons === 0 ? Infinity : (count === 'counted' ? countedLimit : bodiesLimit)(minute)
      const found: Found[] = []
      if (persons > limit + (row?.excused ?? 0)) found.push({ kind: 'zone-above-limit', zoneId, count, persons, limit })
      if (persons !== (row?.[count] ?? 0)) {
        found.push({ kind: 'zone-ledger-differs', zoneId, count, booked: persons, ledger: row?.[count] ?? 0 })
      }
      return found
    })
  }
}

function deskFindings(day: AuditedDay, bookings: readonly Booking[], deskId: string): (minute: Minute) => Found[] {
  const rows = new Map(day.deskTicks.filter(row => row.deskId === deskId).map(row => [row.tick, row.bookingNumber]))
  const own = bookings.filter(booking => booking.deskId === deskId)
  return minute => {
    const numbers = own.filter(({ start, deskUntil }) => start <= minute && minute < deskUntil).map(booking => booking.number)
    if (numbers.length > 1) return [{ kind: 'desk-claimed-twice', deskId, bookingNumbers: numbers }]

    const booked = numbers[0] ?? null
    const ledger = rows.get(minute - (minute % 5)) ?? null
    return booked === ledger ? [] : [{ kind: 'desk-ledger-differs', deskId, booked, ledger }]
  }
}

/** Somebody served at a desk is in its zone meanwhile, and in every zone around wherever they are. */
function presenceFindings(day: AuditedDay, booking: Booking): (Found & Span)[] {
  const [zones, desks] = [
    [...day.city.zones, ...day.retired.zones],
    [...day.city.desks, ...day.retired.desks],
  ]
  const parentOf = (zoneId: string) => zones.find(zone => zone.id === zoneId)?.parentId
  const deskZoneId = desks.find(desk => desk.id === booking.deskId)?.zoneId ?? ''
  const around = booking.presence.map(stay => ({ zoneId: parentOf(stay.zoneId), from: stay.from, to: stay.to }))
  const demanded = [{ zoneId: deskZoneId, from: booking.start, to: booking.end }, ...around]
  const exempt = Object.values(booking.party.companions).reduce((sum, persons) => sum + persons, 0)

  return demanded.flatMap(({ zoneId, from, to }) => {
    if (zoneId === undefined) return []
    const isThere = booking.presence.some(
      stay =>
        stay.zoneId === zoneId &&
        stay.from <= from &&
        to <= stay.to &&
        stay.bodies >= booking.party.persons &&
        stay.counted >= booking.party.persons - exempt,
    )
    return isThere ? [] : [{ kind: 'presence-wrong' as const, zoneId, bookingNumber: booking.number, from, to }]
  })
}

/** Joins what is found in minute after minute into stretches. */
function overMinutes(findingsAt: (minute: Minute) => Found[]): (Found & Span)[] {
  const done: (Found & Span)[] = []
  let open = new Map<string, Found & Span>()
  for (let minute = 0; minute <= 1440; minute += 1) {
    const now = new Map((minute < 1440 ? findingsAt(minute) : []).map(found => [JSON.stringify(found), found]))
    for (const [name, found] of open) if (!now.has(name)) done.push({ ...found, to: minute })
    open = new Map([...now].map(([name, found]) => [name, { ...found, from: open.get(name)?.from ?? minute, to: 1440 }]))
  }
  return done
}
