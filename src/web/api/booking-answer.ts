import type { z } from 'zod'
import type { City } from '../../domain/city.ts'
import type { Booking } from '../../domain/booking/booking.ts'
import { formatReference } from '../../domain/booking/reference.ts'
import { withId } from '../../domain/with-id.ts'
import { clockTime } from '../../language/dates.ts'
import type { booking as bookingSchema } from './answers.ts'

/** A booking as programs read it; without contact data. */
export function bookingAnswer(city: City, booking: Booking): z.output<typeof bookingSchema> {
  const { number, deskId, party, status, expiresAt } = booking
  return {
    reference: formatReference(booking.reference),
    number,
    service: booking.serviceId,
    office: booking.officeId,
    date: booking.date,
    time: clockTime(booking.start),
    endTime: clockTime(booking.end),
    desk: deskId,
    deskLabel: withId(city.desks, deskId)?.label ?? deskId,
    persons: party.persons,
    companions: { ...party.companions },
    needs: [...booking.needs],
    status,
    ...(expiresAt !== undefined && { expiresAt }),
  }
}
