import { excusable, ledgerFindings, limitsOf } from './audit-ledger.ts'
import type { AuditedDay } from './audited-day.ts'
import type { Minute } from '../calendar.ts'
import type { Booking } from '../booking/booking.ts'
import type { Found } from './violation.ts'

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
  const [limitOf, neededIn] = [limitsOf(day, zoneId), excusable(day, bookings)]
  const inLedger = ledgerFindings(day, bookings, zoneId)

  return minute => {
    const row = rows.get(minute - (minute % 5))
    const excused = row ? Math.min(row.excused, neededIn(row)) : 0
    const present = stays.filter(stay => stay.from <= minute && minute < stay.to)
    const above = (['counted', 'bodies'] as const).flatMap(count => {
      const persons = present.reduce((sum, stay) => sum + stay[count], 0)
      const limit = persons === 0 ? Infinity : limitOf[count](minute, row)
      const found: Found[] = []
      if (persons > limit + excused) found.push({ kind: 'zone-above-limit', zoneId, count, persons, limit })
      if (persons !== (row?.[count] ?? 0)) {
        found.push({ kind: 'zone-ledger-differs', zoneId, count, booked: persons, ledger: row?.[count] ?? 0 })
      }
      return found
    })
    return row ? [...above, ...inLedger(row)] : above
  }
}
