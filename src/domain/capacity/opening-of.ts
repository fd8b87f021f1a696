import { isInForce } from '../calendar.ts'
import type { OfficeDate, Validity } from '../calendar.ts'
import type { Office, OpeningHours } from '../city.ts'

/** The opening hours in force at an office on a date; of several, those that began last. */
export function openingOf(office: Office, date: OfficeDate): OpeningHours | undefined {
  return latest(office.opening.filter(opening => isInForce(opening, date)))
}

/** Of several that hold at once the one that began last; `undefined` of none. */
export function latest<V extends Validity>(validities: readonly V[]): V | undefined {
  return validities.toSorted((one, other) => (one.validFrom ?? '').localeCompare(other.validFrom ?? '')).at(-1)
}
