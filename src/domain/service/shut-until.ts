import { addDays, type OfficeDate } from '../calendar.ts'
import { openingOf } from '../capacity/opening-of.ts'
import type { Office, OpeningHours } from '../city.ts'
import type { Service } from './service.ts'

/**
 * The last date up to which an office's opening hours leave no day for a matter, beginning with a date that lies in such a
 * stretch; `undefined` where it does not, or where no end is known.
 */
export function shutUntil(service: Service, office: Office, date: OfficeDate): OfficeDate | undefined {
  const opening = openingOf(office, date)
  if (opening?.validTo === undefined || leavesDays(opening, service)) return undefined
  return shutUntil(service, office, addDays(opening.validTo, 1)) ?? opening.validTo
}

function leavesDays({ days, servicesOnly }: OpeningHours, service: Service): boolean {
  return Object.keys(days).length > 0 && (!servicesOnly || servicesOnly.includes(service.id))
}
