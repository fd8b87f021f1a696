import { cancelVisit } from '../../use-cases/resident/cancel-visit.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { booking } from './answers.ts'
import { referencePath } from './asked.ts'
import { sendBooking } from './send-booking.ts'
import type { Call } from './call.ts'
import { openedBooking } from './opened.ts'

/** What every call about one standing booking has in common. */
export const shared = { open: false, secret: 'needed', inPath: referencePath } as const
/** The answer to who asks for no booking, or with a wrong secret. */
export const notFound = { 404: { what: 'There is no such booking, or the secret is wrong.' } }
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
