import { bodiesLimitAt, countedLimitAt } from './audit-limit.ts'
import type { Minute } from '../calendar.ts'
import type { Booking } from '../booking/booking.ts'
import type { AuditedDay } from './audited-day.ts'
import type { Found } from './violation.ts'

/** What is wrong in a zone, minute by minute: more persons than may be, or others than the ledger has. */
export function zoneFindings(day: AuditedDay, bookings: readonly Booking[], zoneId: string): (minute: Minute) => Found[] {
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
