import { exemptPersons } from './audit-exempt.ts'
import { earlyEntryOf } from './audit-limit.ts'
import { around, zoneNamed } from './audit-rules.ts'
import { isOfThisCity, type AuditedDay } from './audited-day.ts'
import type { Minute, Span } from '../calendar.ts'
import type { Booking } from '../booking/booking.ts'
import type { Desk } from '../city.ts'
import type { Found } from './violation.ts'

/** A stretch that somebody must be in a zone (in any, if none is named), and how many of them count there at least. */
interface Demanded extends Span {
  readonly zoneId?: string
  readonly counted: number
}

/** Where somebody is not although they must be, or is although the office has no such zone. */
export function presenceFindings(day: AuditedDay, booking: Booking): (Found & Span)[] {
  const { deskId, number: bookingNumber } = booking
  const deskZoneId = [...day.city.desks, ...day.retired.desks].find(({ id }) => id === deskId)?.zoneId ?? ''
  const missing = demandedOf(day, booking, deskZoneId).filter(demanded => !isThere(booking, demanded))
  return [...missing, ...staysElsewhere(day, booking)].map(({ zoneId = deskZoneId, from, to }) => ({
    ...{ kind: 'presence-wrong', zoneId, bookingNumber },
    ...{ from, to },
  }))
}

/**
 * Somebody served at a desk is in its zone meanwhile, and in every zone around wherever they are. On days of an older city
 * the desk may have stood elsewhere, and where it stands no more the zones around may have changed: but whoever comes
 * is in some zone while served, and in one, the building, all the time.
 */
function demandedOf(day: AuditedDay, booking: Booking, deskZoneId: string): Demanded[] {
  const { deskId, start, end, presence, party } = booking
  const desk = deskNow(day, booking)
  if (desk) return visitTo(day, booking, desk)

  const exempt = Object.values(party.companions).reduce((sum, persons) => sum + persons, 0)
  const served = { from: start, to: end, counted: party.persons - exempt }
  if (isOfThisCity(day) && day.city.desks.some(({ id }) => id === deskId)) {
    const outside = presence.flatMap(({ zoneId, from, to }) =>
      parentOf(day, zoneId).map(id => ({ ...served, zoneId: id, from, to })),
    )
    return [{ ...served, zoneId: deskZoneId }, ...outside]
  }
  const from = Math.min(start, ...presence.map(stay => stay.from))
  const to = Math.max(end, ...presence.map(stay => stay.to))
  return [isOfThisCity(day) ? { ...served, zoneId: deskZoneId } : served, { ...served, from, to }]
}

/**
 * The desk of a booking, if all of its presence must be as the city in force says. Bookings are given it anew when their day
 * is laid out, but a step that is undone brings back what stood before.
 */
function deskNow(day: AuditedDay, { deskId, number }: Booking): Desk | undefined {
  if (!isOfThisCity(day) || day.attended.has(number)) return undefined
  return day.city.desks.find(({ id, officeId }) => id === deskId && officeId === day.officeId)
}

/** Early where people wait, then at the desk until they have left, and all that time in the zones around (capacity model, 3). */
function visitTo(day: AuditedDay, { start, end, party }: Booking, desk: Desk): Demanded[] {
  const { city } = day
  const room = zoneNamed(city, desk.zoneId)
  const waiting = around(city, zoneNamed(city, room.waitingZoneId ?? room.id)).map(({ id }) => id)
  const serving = around(city, room).map(({ id }) => id)
  return [...new Set([...serving, ...waiting])].flatMap(zoneId => {
    const from: Minute = Math.max(0, waiting.includes(zoneId) ? start - earlyEntryOf(day) : start)
    const to: Minute = Math.min(1440, serving.includes(zoneId) ? end + city.policy.leavingMinutes : start)
    return from < to ? [{ zoneId, from, to, counted: party.persons - exemptPersons(day, zoneId, party) }] : []
  })
}

function staysElsewhere(day: AuditedDay, booking: Booking): { zoneId: string; from: Minute; to: Minute }[] {
  if (!deskNow(day, booking)) return []
  return booking.presence.filter(({ zoneId }) => day.city.zones.find(({ id }) => id === zoneId)?.officeId !== day.officeId)
}

function parentOf(day: AuditedDay, zoneId: string): string[] {
  const parentId = [...day.city.zones, ...day.retired.zones].find(({ id }) => id === zoneId)?.parentId
  return parentId === undefined ? [] : [parentId]
}

function isThere({ presence, party }: Booking, demanded: Demanded): boolean {
  return presence.some(
    stay =>
      (demanded.zoneId === undefined || stay.zoneId === demanded.zoneId) &&
      stay.from <= demanded.from &&
      demanded.to <= stay.to &&
      stay.bodies >= party.persons &&
      stay.counted >= demanded.counted,
  )
}
