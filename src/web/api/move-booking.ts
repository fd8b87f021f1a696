import { cityNow } from '../../use-cases/resident/city-now.ts'
import { moveVisit } from '../../use-cases/resident/move-visit.ts'
import { booking } from './answers.ts'
import { moveBody } from './asked.ts'
import { sendBooking } from './send-booking.ts'
import { readBody, type Call } from './call.ts'
import { named, officeNamed } from './known.ts'
import { openedBooking } from './opened.ts'
import { shared, notFound } from './standing-booking.ts'

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
