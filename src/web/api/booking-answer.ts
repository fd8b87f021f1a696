import type { Response } from 'express'
import type { z } from 'zod'
import type { City } from '../../domain/city.ts'
import type { Booking } from '../../domain/booking/booking.ts'
import { formatReference } from '../../domain/booking/reference.ts'
import { clockTime } from '../../language/dates.ts'
import { secretOf } from '../secrets.ts'
import type { Web } from '../web.ts'
import type { booking as bookingSchema } from './answers.ts'

/** Answers a booking that was just made: 201 with its address and its secret. */
export function sendNewBooking(web: Web, res: Response, city: City, booking: Booking): void {
  const reference = formatReference(booking.reference)
  const answer = { ...bookingAnswer(city, booking), secret: secretOf(web.settings.secret, booking.reference) }
  res.status(201).location(`/api/v1/bookings/${reference}`)
  sendPrivate(res, answer)
}

/** Answers a booking to who knows its secret. */
export function sendBooking(res: Response, city: City, booking: Booking): void {
  sendPrivate(res, bookingAnswer(city, booking))
}

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
    deskLabel: city.desks.find(desk => desk.id === deskId)?.label ?? deskId,
    persons: party.persons,
    companions: { ...party.companions },
    needs: [...booking.needs],
    status,
    ...(expiresAt !== undefined && { expiresAt }),
  }
}

function sendPrivate(res: Response, answer: object): void {
  const body = Buffer.from(JSON.stringify(answer))
  res.setHeader('Cache-Control', 'no-store')
  res.setHeader('Content-Type', 'application/json; charset=utf-8')
  res.setHeader('Content-Length', body.length)
  res.end(body)
}
