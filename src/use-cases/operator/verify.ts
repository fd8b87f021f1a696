import type { OfficeDate } from '../../domain/calendar.ts'
import { audit, auditWithoutCity } from '../../domain/capacity/audit.ts'
import type { Violation } from '../../domain/capacity/violation.ts'
import { auditedRows, daysToAudit } from '../../repositories/audited-day.ts'
import { findCity, retiredOf } from '../../repositories/city.ts'
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
  for (const day of await daysToAudit(house.db, from)) {
    const audited = { ...day, retired, ...(await auditedRows(house.db, day)) }
    yield* city ? audit({ ...audited, city }) : auditWithoutCity(audited)
  }
}
