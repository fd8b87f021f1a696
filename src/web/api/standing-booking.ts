import { cancelVisit } from '../../use-cases/resident/cancel-visit.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { moveVisit } from '../../use-cases/resident/move-visit.ts'
import { booking } from './answers.ts'
import { moveBody, referencePath } from './asked.ts'
import { sendBooking } from './booking-answer.ts'
import { readBody, type Call } from './call.ts'
import { named, officeNamed } from './known.ts'
import { openedBooking } from './opened.ts'

const shared = { open: false, secret: 'needed', inPath: referencePath } as const
const notFound = { 404: { what: 'There is no such booking, or the secret is wrong.' } }
const notNow = { what: 'The visit has begun, is over, or was called off.' }

export const showBooking: Call = {
  ...shared,
  method: 'get',
  path: '/bookings/{reference}',
  name: 'showBooking',
  summary: 'A booking as it stands',
  answers: { 200: { what: 'The booking.', schema: booking }, ...notFound },
  async run(web, req, res) {
    const standing = await openedBooking(web, req)
    sendBooking(res, await cityNow(web.house), standing)
  },
}

export const cancelBooking: Call = {
  ...shared,
  method: 'post',
  path: '/bookings/{reference}/cancellation',
  name: 'cancelBooking',
  summary: 'Calls a visit off',
  description: 'Calling off what is called off already changes nothing.',
  answers: { 200: { what: 'The booking, cancelled.', schema: booking }, ...notFound, 409: notNow },
  async run(web, req, res) {
    const { reference } = await openedBooking(web, req)
    const cancelled = await cancelVisit(web.house, reference)
    sendBooking(res, await cityNow(web.house), cancelled)
  },
}

export const moveBooking: Call = {
  ...shared,
  method: 'post',
  path: '/bookings/{reference}/move',
  name: 'moveBooking',
  summary: 'Moves a visit to another time or office',
  description: 'The old place is kept until the new one is sure: if the new one cannot be had, nothing has happened.',
  body: moveBody,
  exampleBody: { office: 'CA', date: '2020-05-26', time: '09:40' },
  answers: {
    200: { what: 'The booking in its new place.', schema: booking },
    ...notFound,
    409: { what: 'The new place cannot be had (`reason`, `alternatives`), or the visit has begun, is over, or was called off.' },
    422: { what: 'Some values cannot be used: `fields` says which.' },
  },
  async run(web, req, res) {
    const { reference } = await openedBooking(web, req)
    const asked = readBody(moveBody, req)
    const city = await cityNow(web.house)
    const officeId = named('office', () => officeNamed(city, asked.office)).id
    const moved = await moveVisit(web.house, reference, { officeId, date: asked.date, start: asked.time })
    sendBooking(res, city, moved)
  },
}
