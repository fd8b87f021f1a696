import type { Response } from 'express'
import type { City } from '../../domain/city.ts'
import type { Booking } from '../../domain/booking/booking.ts'
import { formatReference } from '../../domain/booking/reference.ts'
import { secretOf } from '../secrets.ts'
import type { Web } from '../web.ts'
import { bookingAnswer } from './booking-answer.ts'
import type { Prepared } from './prepared.ts'

/** Answers a booking that was just made: 201 with its address and its secret, which may be prepared. */
export function sendNewBooking(web: Web, res: Response, city: City, booking: Booking, prepared?: Prepared): void {
  const { reference } = booking
  const secret = prepared?.reference === reference ? prepared.secret : secretOf(web.settings.secret, reference)
  res.statusCode = 201
  res.setHeader('Location', `/api/v1/bookings/${formatReference(reference)}`)
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
