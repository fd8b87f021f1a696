import type { Span } from '../calendar.ts'
import type { Booking } from '../booking/booking.ts'
import type { AuditedDay } from './audited-day.ts'
import type { Found } from './violation.ts'

/** Somebody served at a desk is in its zone meanwhile, and in every zone around wherever they are. */
export function presenceFindings(day: AuditedDay, booking: Booking): (Found & Span)[] {
  const [zones, desks] = [
    [...day.city.zones, ...day.retired.zones],
    [...day.city.desks, ...day.retired.desks],
  ]
  const parentOf = (zoneId: string) => zones.find(zone => zone.id === zoneId)?.parentId
  const deskZoneId = desks.find(desk => desk.id === booking.deskId)?.zoneId ?? ''
  const around = booking.presence.map(stay => ({ zoneId: parentOf(stay.zoneId), from: stay.from, to: stay.to }))
  const demanded = [{ zoneId: deskZoneId, from: booking.start, to: booking.end }, ...around]
  const exempt = Object.values(booking.party.companions).reduce((sum, persons) => sum + persons, 0)

  return demanded.flatMap(({ zoneId, from, to }) => {
    if (zoneId === undefined) return []
    const isThere = booking.presence.some(
      stay =>
        stay.zoneId === zoneId &&
        stay.from <= from &&
        to <= stay.to &&
        stay.bodies >= booking.party.persons &&
        stay.counted >= booking.party.persons - exempt,
    )
    return isThere ? [] : [{ kind: 'presence-wrong' as const, zoneId, bookingNumber: booking.number, from, to }]
  })
}
