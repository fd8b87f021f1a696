import type { Contact, VisitRequest } from '../../domain/booking/booking.ts'
import { newReference } from '../../domain/booking/reference.ts'
import type { Placed } from '../../domain/capacity/placement.ts'
import type { BookingRecord } from '../../repositories/bookings.ts'
import type { House } from '../house.ts'

/** A booking that has been placed and is yet to be written. */
export function newBooking(
  house: House,
  request: VisitRequest,
  contact: Contact,
  placed: Placed,
  standing: { status: 'booked' } | { status: 'held'; expiresAt: string },
  reference = newReference(house.random),
): Omit<BookingRecord, 'number'> {
  const now = house.clock.instant()
  return {
    reference,
    officeId: request.officeId,
    date: request.date,
    serviceId: request.serviceId,
    deskId: placed.deskId,
    start: placed.start,
    end: placed.end,
    deskUntil: placed.deskUntil,
    presence: placed.presence,
    party: request.party,
    needs: request.needs,
    groups: request.groups,
    channel: request.channel,
    contact,
    revision: 0,
    createdAt: now,
    changedAt: now,
    ...standing,
  }
}
