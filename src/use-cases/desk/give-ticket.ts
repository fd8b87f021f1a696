import type { Minute } from '../../domain/calendar.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import type { BookingRecord } from '../../repositories/bookings.ts'
import { nextCode } from '../../repositories/tickets.ts'
import type { OpenDay } from '../day/on-day.ts'
import { NotFound } from '../errors.ts'

/** A ticket for a visit that has come now, yet to be written. Whoever has one from before keeps its number. */
export async function ticketFor(
  open: OpenDay,
  booking: Pick<BookingRecord, 'number' | 'deskId' | 'channel'>,
  arrival: { bookedStart?: Minute; lateMinutes: number },
  earlier?: Ticket,
): Promise<Ticket> {
  const desk = open.city.desks.find(each => each.id === booking.deskId)
  const group = open.city.deskGroups.find(each => each.id === desk?.deskGroupId)
  if (!group) throw new NotFound('desk group')
  return {
    officeId: open.turned.officeId,
    date: open.turned.date,
    bookingNumber: booking.number,
    deskGroupId: group.id,
    code: earlier?.code ?? (await nextCode(open.trx, open.turned, group.ticketLetter)),
    channel: booking.channel,
    ...arrival,
    arrivedAt: open.house.clock.instant(),
    priority: earlier?.priority ?? false,
    parked: false,
    forwarded: false,
    calls: 0,
  }
}
