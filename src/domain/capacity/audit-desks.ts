import type { Minute } from '../calendar.ts'
import type { Booking } from '../booking/booking.ts'
import type { AuditedDay } from './audited-day.ts'
import type { Found } from './violation.ts'

/** What is wrong at a desk, minute by minute: two parties at once, or another one than the ledger has. */
export function deskFindings(day: AuditedDay, bookings: readonly Booking[], deskId: string): (minute: Minute) => Found[] {
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
