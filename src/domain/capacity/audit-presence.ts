import { isOfThisCity, type AuditedDay } from './audited-day.ts'
import type { Span } from '../calendar.ts'
import type { Booking } from '../booking/booking.ts'
import type { Found } from './violation.ts'

/** A stretch that somebody must be in a zone; in any zone, if none is named. */
interface Demanded extends Span {
  readonly zoneId?: string
}

/** Where somebody is not although they must be. */
export function presenceFindings(day: AuditedDay, booking: Booking): (Found & Span)[] {
  const deskZoneId = [...day.city.desks, ...day.retired.desks].find(({ id }) => id === booking.deskId)?.zoneId ?? ''
  const missing = demandedOf(day, booking, deskZoneId).filter(demanded => !isThere(booking, demanded))
  return missing.map(({ zoneId = deskZoneId, from, to }) => ({
    ...{ kind: 'presence-wrong', zoneId, bookingNumber: booking.number },
    ...{ from, to },
  }))
}

/**
 * Somebody served at a desk is in its zone meanwhile, and in every zone around wherever they are. On days of an older city
 * the desk may have stood elsewhere, and where it stands no more the zones around may have changed: but whoever comes
 * is in some zone while served, and in one, the building, all the time.
 */
function demandedOf(day: AuditedDay, { deskId, start, end, presence }: Booking, deskZoneId: string): Demanded[] {
  const served = { from: start, to: end }
  if (isOfThisCity(day) && day.city.desks.some(({ id }) => id === deskId)) {
    return [{ zoneId: deskZoneId, ...served }, ...presence.flatMap(({ zoneId, from, to }) => around(day, zoneId, { from, to }))]
  }
  const from = Math.min(start, ...presence.map(stay => stay.from))
  const to = Math.max(end, ...presence.map(stay => stay.to))
  return [isOfThisCity(day) ? { zoneId: deskZoneId, ...served } : served, { from, to }]
}

function around(day: AuditedDay, zoneId: string, span: Span): Demanded[] {
  const parentId = [...day.city.zones, ...day.retired.zones].find(({ id }) => id === zoneId)?.parentId
  return parentId === undefined ? [] : [{ zoneId: parentId, ...span }]
}

function isThere({ presence, party }: Booking, demanded: Demanded): boolean {
  const exempt = Object.values(party.companions).reduce((sum, persons) => sum + persons, 0)
  return presence.some(
    stay =>
      (demanded.zoneId === undefined || stay.zoneId === demanded.zoneId) &&
      stay.from <= demanded.from &&
      demanded.to <= stay.to &&
      stay.bodies >= party.persons &&
      stay.counted >= party.persons - exempt,
  )
}
