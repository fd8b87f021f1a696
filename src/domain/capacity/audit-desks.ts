import { auditedOpening } from './audit-opening.ts'
import { isOfThisCity, type AuditedDay } from './audited-day.ts'
import type { Minute } from '../calendar.ts'
import type { Booking } from '../booking/booking.ts'
import type { Found } from './violation.ts'

/**
 * What is wrong at a desk, minute by minute: two parties at once, another one than the ledger has, or one where nobody
 * could promise it.
 */
export function deskFindings(day: AuditedDay, bookings: readonly Booking[], deskId: string): (minute: Minute) => Found[] {
  const rows = new Map(day.deskTicks.filter(row => row.deskId === deskId).map(row => [row.tick, row.bookingNumber]))
  const own = bookings.filter(booking => booking.deskId === deskId)
  const wrongAt = unpromisedAt(day, deskId)
  return minute => {
    const numbers = own.filter(({ start, deskUntil }) => start <= minute && minute < deskUntil).map(booking => booking.number)
    if (numbers.length > 1) return [{ kind: 'desk-claimed-twice', deskId, bookingNumbers: numbers }]

    const booked = numbers[0] ?? null
    const ledger = rows.get(minute - (minute % 5)) ?? null
    const unpromised = booked === null || !isUntouched(day, booked) ? undefined : wrongAt(minute)
    return [
      ...(booked === ledger ? [] : [{ kind: 'desk-ledger-differs' as const, deskId, booked, ledger }]),
      ...(unpromised === undefined ? [] : [{ kind: unpromised, deskId, bookingNumber: booked as number }]),
    ]
  }
}

/**
 * Whether a booking can stand only where the city in force puts it. Whoever was promised a desk before it was loaded, or on
 * a day that was changed, keeps it: where it is not staffed any more, and even after hours.
 */
function isUntouched(day: AuditedDay, bookingNumber: number): boolean {
  return isOfThisCity(day) && !day.isChanged && day.fresh.has(bookingNumber)
}

/** What is wrong with promising a desk at a minute; `undefined` if nothing is. */
function unpromisedAt(day: AuditedDay, deskId: string): (minute: Minute) => Unpromised | undefined {
  const desk = day.city.desks.find(({ id }) => id === deskId)
  if (!desk) return () => undefined
  if (desk.officeId !== day.officeId) return () => 'desk-of-another-office'
  const { staffedAt } = auditedOpening(day)
  return minute => (staffedAt(desk, minute) ? undefined : 'desk-unstaffed')
}

type Unpromised = 'desk-of-another-office' | 'desk-unstaffed'
