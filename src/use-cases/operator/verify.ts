import type { OfficeDate } from '../../domain/calendar.ts'
import { audit, auditWithoutCity } from '../../domain/capacity/audit.ts'
import type { Violation } from '../../domain/capacity/violation.ts'
import { auditedRows, daysToAudit } from '../../repositories/audited-day.ts'
import { findCity, lastReloadOf, retiredOf } from '../../repositories/city.ts'
import type { BookingRecord } from '../../repositories/bookings.ts'
import { laterBy } from '../../time.ts'
import type { House } from '../house.ts'

const beforeEverything: OfficeDate = '0001-01-01'

/**
 * Audits every day that anything has happened to or that anybody has booked, from a date on, at retired offices too, one
 * after another, each as it stands at one moment.
 *
 * @param from  absent: from the first
 */
export async function* verify(house: House, from: OfficeDate = beforeEverything): AsyncGenerator<Violation> {
  const city = await findCity(house.db)
  const retired = await retiredOf(house.db)
  const reloadedAt = await lastReloadOf(house.db)
  for (const day of await daysToAudit(house.db, from)) {
    const rows = await auditedRows(house.db, day)
    const audited = { ...day, retired, ...rows, fresh: freshOf(rows.bookings, reloadedAt) }
    yield* city ? audit({ ...audited, city }) : auditWithoutCity(audited)
  }
}

/** Clocks of several machines may differ, and a change that had begun before a load may end after it. */
const doubtSeconds = 3600

function freshOf(bookings: readonly BookingRecord[], reloadedAt: string | undefined): ReadonlySet<number> {
  const since = reloadedAt === undefined ? '' : laterBy(reloadedAt, doubtSeconds)
  return new Set(bookings.filter(({ createdAt }) => createdAt >= since).map(({ number }) => number))
}
