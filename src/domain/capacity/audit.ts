import { deskFindings } from './audit-desks.ts'
import { overMinutes } from './audit-minutes.ts'
import { presenceFindings } from './audit-presence.ts'
import { zoneFindings } from './audit-zones.ts'
import type { AuditedDay } from './audited-day.ts'
import type { Violation } from './violation.ts'

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
