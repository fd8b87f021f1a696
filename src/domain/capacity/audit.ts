import { deskFindings } from './audit-desks.ts'
import { overMinutes } from './audit-minutes.ts'
import { presenceFindings } from './audit-presence.ts'
import { zoneFindings, zonesToAudit } from './audit-zones.ts'
import { holdingPlaces, type AuditedDay } from './audited-day.ts'
import type { Span } from '../calendar.ts'
import type { Found, Violation } from './violation.ts'

/**
 * Sweeps a day minute by minute: every zone above a limit, every desk claimed twice, every booking that is not in
 * the building as it must be, every difference between bookings and ledger. It shares no code with what promises
 * and books, so that a mistake there cannot hide itself here; excused persons are no violation. A day that an older city
 * laid out is held to the limits in its ledger.
 */
export function audit(day: AuditedDay): Violation[] {
  const bookings = holdingPlaces(day.bookings)
  const deskIds = new Set([...bookings.map(booking => booking.deskId), ...day.deskTicks.map(row => row.deskId)])
  return told(day, [
    ...sheetFindings(day),
    ...unreadableFindings(day),
    ...zonesToAudit(day, bookings).flatMap(zoneId => overMinutes(zoneFindings(day, bookings, zoneId))),
    ...[...deskIds].flatMap(deskId => overMinutes(deskFindings(day, bookings, deskId))),
    ...bookings.flatMap(booking => presenceFindings(day, booking)),
  ])
}

/** Names every place that is promised on a day although no city is loaded. */
export function auditWithoutCity(day: Omit<AuditedDay, 'city'>): Violation[] {
  const promised = holdingPlaces(day.bookings).map(({ number, start, deskUntil }) => ({
    ...{ kind: 'city-missing' as const, bookingNumber: number },
    ...{ from: start, to: deskUntil },
  }))
  return told(day, [...unreadableFindings(day), ...promised])
}

function told({ officeId, date }: Pick<AuditedDay, 'officeId' | 'date'>, findings: readonly (Found & Span)[]): Violation[] {
  return findings.map(finding => ({ officeId, date, ...finding }) as Violation)
}

function sheetFindings({ cityVersion, bookings, unreadable }: AuditedDay): (Found & Span)[] {
  const count = bookings.length + unreadable.length
  if (cityVersion !== undefined || count === 0) return []
  return [{ kind: 'day-sheet-missing', bookings: count, from: 0, to: 1440 }]
}

function unreadableFindings({ unreadable }: Pick<AuditedDay, 'unreadable'>): (Found & Span)[] {
  return unreadable.map(({ number, column }) => ({
    ...{ kind: 'booking-unreadable', bookingNumber: number, column },
    ...{ from: 0, to: 1440 },
  }))
}
