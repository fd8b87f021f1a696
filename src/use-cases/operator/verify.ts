import type { OfficeDate } from '../../domain/calendar.ts'
import { audit } from '../../domain/capacity/audit.ts'
import type { Violation } from '../../domain/capacity/violation.ts'
import { auditedRows } from '../../repositories/audited-day.ts'
import { findCity, retiredOf } from '../../repositories/city.ts'
import { openedDays } from '../../repositories/day-sheets.ts'
import type { House } from '../house.ts'

const beforeEverything: OfficeDate = '0001-01-01'

/**
 * Audits every day that anything has happened to, from a date on, at retired offices too, one after another, each as it
 * stands at one moment.
 *
 * @param from  absent: from the first
 */
export async function* verify(house: House, from: OfficeDate = beforeEverything): AsyncGenerator<Violation> {
  const city = await findCity(house.db)
  if (!city) return
  const retired = await retiredOf(house.db)
  for (const day of await openedDays(house.db, from)) {
    yield* audit({ ...day, city, retired, ...(await auditedRows(house.db, day)) })
  }
}
