import type { Minute, Moment } from '../../domain/calendar.ts'
import type { City, Desk, DeskGroup, Office, Zone } from '../../domain/city.ts'
import { isAtDesk } from '../../domain/booking/transitions.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { deskSpans } from '../../paper/ticket/desk-spans.ts'
import { bookingByNumber, type BookingRecord } from '../../repositories/bookings.ts'
import { keyOf } from '../../repositories/change-day.ts'
import { cityOf } from '../../repositories/city.ts'
import { daysOf } from '../../repositories/days.ts'
import { ticketOf } from '../../repositories/tickets.ts'
import { dayAtDesks } from '../desk/day-at-desks.ts'
import { NotFound } from '../errors.ts'
import type { House } from '../house.ts'

/** A ticket as whoever holds it may know it: no name, no matter. */
export interface TicketNow {
  readonly city: City
  readonly office: Office
  readonly booking: BookingRecord
  readonly ticket: Ticket
  readonly now: Moment
  readonly group: DeskGroup
  /** Where its desks are. */
  readonly zone: Zone
  /** Desks of the queue that are at work today, as they are labelled. */
  readonly deskLabels: readonly string[]
  /** The same, shortened: `72–75, 78`. */
  readonly deskSpans: string
  /** Who has called it, or serves it. */
  readonly desk?: Desk
  /** Where to wait inside; absent: outdoors until `comeInAt`, then at the desks. */
  readonly waitingZone?: Zone
  /** The minute from which the building holds a place for them. */
  readonly comeInAt: Minute
  /** People who are called before; absent once it was called, and while it is set aside. */
  readonly before?: number
  /** Expected minutes from now; absent also while no desk is at work. */
  readonly minutes?: number
}

/** The ticket of a booking as it stands now. @throws {NotFound} if there is none, or its desks are known no more */
export async function ticketNow(house: House, bookingNumber: number): Promise<TicketNow> {
  const booking = await bookingByNumber(house.db, bookingNumber)
  const ticket = booking && (await ticketOf(house.db, booking, bookingNumber))
  if (!booking || !ticket) throw new NotFound('ticket')
  const city = await cityOf(house.db)
  const place = placeOf(city, booking, ticket)

  const day = await dayAtDesks(house, booking)
  const plan = (await daysOf(house.db, city, [booking.officeId], booking.date, booking.date)).get(keyOf(booking))?.day.plan
  const waiting = day.waiting.find(each => each.bookingNumber === bookingNumber)
  const early = plan?.earlyEntryMinutes ?? 0
  const deskLabels = day.desks
    .filter(({ desk, shifts }) => desk.deskGroupId === ticket.deskGroupId && shifts.length > 0)
    .map(({ desk }) => desk.label)
    .toSorted((one, other) => one.localeCompare(other, 'pl', { numeric: true }))
  return {
    ...{ city, booking, ticket, now: day.now, ...place },
    deskLabels,
    deskSpans: deskSpans(deskLabels),
    comeInAt: Math.max(0, booking.start - early),
    ...(waiting && { before: waiting.before }),
    ...(waiting?.minutes !== undefined && { minutes: waiting.minutes }),
  }
}

function placeOf(city: City, booking: BookingRecord, ticket: Ticket) {
  const office = city.offices.find(each => each.id === booking.officeId)
  const group = city.deskGroups.find(each => each.id === ticket.deskGroupId)
  const desk = isAtDesk(booking.status) ? city.desks.find(each => each.id === ticket.deskId) : undefined
  const promised = city.desks.find(each => each.id === booking.deskId)
  const served =
    desk ?? (promised?.deskGroupId === group?.id ? promised : city.desks.find(each => each.deskGroupId === group?.id))
  const zone = city.zones.find(each => each.id === served?.zoneId)
  if (!office || !group || !zone) throw new NotFound('desk group')
  const waitingZone = city.zones.find(each => each.id === zone.waitingZoneId)
  return { office, group, zone, ...(desk && { desk }), ...(waitingZone && { waitingZone }) }
}
