import { deskFindings } from './audit-desks.ts'
import { overMinutes } from './audit-minutes.ts'
import { presenceFindings } from './audit-presence.ts'
import { zoneFindings } from './audit-zones.ts'
import { holdingPlaces, type AuditedDay } from './audited-day.ts'
import type { Span } from '../calendar.ts'
import type { Found, Violation } from './violation.ts'

/**
 * Sweeps a day minute by minute: every zone above a limit, every desk claimed twice, every booking that is not in
 * the building as it must be, every difference between bookings and ledger. It shares no code with what promises
 * and books, so that a mistake there cannot hide itself here; excused persons are no violation.
 */
export function audit(day: AuditedDay): Violation[] {
  const bookings = holdingPlaces(day.bookings)
  const zones = [...day.city.zones, ...day.retired.zones]
  const zoneIds = zones.filter(zone => zone.officeId === day.officeId).map(zone => zone.id)
  const deskIds = new Set([...bookings.map(booking => booking.deskId), ...day.deskTicks.map(row => row.deskId)])
  const findings = [
    ...sheetFindings(day),
    ...zoneIds.flatMap(zoneId => overMinutes(zoneFindings(day, bookings, zoneId))),
    ...[...deskIds].flatMap(deskId => overMinutes(deskFindings(day, bookings, deskId))),
    ...bookings.flatMap(booking => presenceFindings(day, booking)),
  ]
  return findings.map(finding => ({ officeId: day.officeId, date: day.date, ...finding }) as Violation)
}

/** Names every place that is promised on a day although no city is loaded. */
export function auditWithoutCity({ officeId, date, bookings }: Omit<AuditedDay, 'city'>): Violation[] {
  return holdingPlaces(bookings).map(({ number, start, deskUntil }) => ({
    ...{ officeId, date, from: start, to: deskUntil },
    kind: 'city-missing',
    bookingNumber: number,
  }))
}

function sheetFindings({ cityVersion, bookings }: AuditedDay): (Found & Span)[] {
  if (cityVersion !== undefined || bookings.length === 0) return []
  return [{ kind: 'day-sheet-missing', bookings: bookings.length, from: 0, to: 1440 }]
}
