import type { Response } from 'express'
import type { City } from '../../domain/city.ts'
import type { Booking } from '../../domain/booking/booking.ts'
import { formatReference } from '../../domain/booking/reference.ts'
import { secretOf } from '../secrets.ts'
import type { Web } from '../web.ts'
import { bookingAnswer } from './booking-answer.ts'

/** Answers a booking that was just made: 201 with its address and its secret. */
export function sendNewBooking(web: Web, res: Response, city: City, booking: Booking): void {
  const reference = formatReference(booking.reference)
  const secret = secretOf(web.settings.secret, booking.reference)
  res.statusCode = 201
  res.setHeader('Location', `/api/v1/bookings/${reference}`)
  sendPrivate(res, Object.assign(bookingAnswer(city, booking), { secret }))
}

/** Answers a booking to who knows its secret. */
export function sendBooking(res: Response, city: City, booking: Booking): void {
  sendPrivate(res, bookingAnswer(city, booking))
}

function sendPrivate(res: Response, answer: object): void {
  const body = JSON.stringify(answer)
  res.setHeader('Cache-Control', 'no-store')
  res.setHeader('Content-Type', 'application/json; charset=utf-8')
  res.setHeader('Content-Length', Buffer.byteLength(body))
  res.end(body)
}
