import { bodiesLimitAt, countedLimitAt } from './audit-limit.ts'
import { isOfThisCity, type AuditedDay, type ZoneTick } from './audited-day.ts'
import type { Minute } from '../calendar.ts'
import type { Booking } from '../booking/booking.ts'
import type { Count, Found } from './violation.ts'

/** Every zone that an audit of a day must look at: those of the office, and whatever bookings or ledger name. */
export function zonesToAudit(day: AuditedDay, bookings: readonly Booking[]): string[] {
  const own = [...day.city.zones, ...day.retired.zones].filter(zone => zone.officeId === day.officeId).map(zone => zone.id)
  const named = [...bookings.flatMap(booking => booking.presence), ...day.zoneTicks].map(({ zoneId }) => zoneId)
  return [...new Set([...own, ...named])]
}

/** What is wrong in a zone, minute by minute: more persons than may be, or others than the ledger has. */
export function zoneFindings(day: AuditedDay, bookings: readonly Booking[], zoneId: string): (minute: Minute) => Found[] {
  const rows = new Map(day.zoneTicks.filter(row => row.zoneId === zoneId).map(row => [row.tick, row]))
  const stays = bookings.flatMap(booking => booking.presence.filter(stay => stay.zoneId === zoneId))
  const limitOf = limitsOf(day, zoneId)

  return minute => {
    const row = rows.get(minute - (minute % 5))
    const present = stays.filter(stay => stay.from <= minute && minute < stay.to)
    return (['counted', 'bodies'] as const).flatMap(count => {
      const persons = present.reduce((sum, stay) => sum + stay[count], 0)
      const limit = persons === 0 ? Infinity : limitOf[count](minute, row)
      const found: Found[] = []
      if (persons > limit + (row?.excused ?? 0)) found.push({ kind: 'zone-above-limit', zoneId, count, persons, limit })
      if (persons !== (row?.[count] ?? 0)) {
        found.push({ kind: 'zone-ledger-differs', zoneId, count, booked: persons, ledger: row?.[count] ?? 0 })
      }
      return found
    })
  }
}

type LimitAt = (minute: Minute, row: ZoneTick | undefined) => number

/** By the audit's own reckoning; by the ledger where the city in force says nothing of the zone on that day. */
function limitsOf(day: AuditedDay, zoneId: string): Record<Count, LimitAt> {
  if (isOfThisCity(day) && isInCity(day, zoneId)) {
    return { counted: countedLimitAt(day, zoneId), bodies: bodiesLimitAt(day, zoneId) }
  }
  return {
    counted: (_, row) => row?.countedLimit ?? Infinity,
    bodies: (_, row) => row?.bodiesLimit ?? Infinity,
  }
}

function isInCity({ city, officeId }: AuditedDay, zoneId: string): boolean {
  const zone = city.zones.find(({ id }) => id === zoneId)
  return zone?.officeId === officeId && city.offices.some(({ id }) => id === officeId)
}
