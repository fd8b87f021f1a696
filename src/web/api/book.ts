import type { Request } from 'express'
import type { City } from '../../domain/city.ts'
import type { Contact, VisitRequest } from '../../domain/booking/booking.ts'
import { bookVisit } from '../../use-cases/resident/book-visit.ts'
import { cityLastRead } from '../../use-cases/resident/city-last-read.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { confirmHold } from '../../use-cases/resident/confirm-hold.ts'
import { holdVisit } from '../../use-cases/resident/hold-visit.ts'
import type { Web } from '../web.ts'
import { hold, newBooking } from './answers.ts'
import { confirmBody, visitBody, type AskedVisit } from './asked.ts'
import { sendNewBooking } from './send-booking.ts'
import { readBody, type Call } from './call.ts'
import { onceOf } from './idempotency.ts'
import { knownNeeds, named, officeNamed, partyOf, serviceNamed } from './known.ts'
import { openedReference, secretSent } from './opened.ts'
import { takePrepared, type Prepared } from './prepared.ts'

const exampleVisit = { service: 'sa-id-apply', office: 'CA', date: '2020-05-25', time: '08:20', persons: 1 }

const refusals = {
  409: { what: 'It cannot be had: `reason` says why, `alternatives` are the nearest times that are free.' },
  422: { what: 'Some values cannot be used: `fields` says which.' },
}

export const book: Call = {
  method: 'post',
  path: '/bookings',
  name: 'book',
  summary: 'Books a visit, or turns a hold into a booking',
  description:
    'Nothing about the resident is needed. With an `Idempotency-Key`, which should be long and random, the same request sent again ' +
    'gets the same answer and books nothing more. With `hold` instead of a visit, the held place becomes the booking.',
  open: false,
  secret: 'accepted',
  idempotent: true,
  body: visitBody.or(confirmBody),
  exampleBody: exampleVisit,
  answers: { 201: { what: 'The booking, and the secret that opens it.', schema: newBooking }, ...refusals },
  async run(web, req, res) {
    const { city, booking, prepared } = isConfirmation(req.body) ? await confirm(web, req) : await bookAnew(web, req)
    sendNewBooking(web, res, city, booking, prepared)
    web.metrics.bookingMade(booking.channel)
  },
}

export const makeHold: Call = {
  method: 'post',
  path: '/holds',
  name: 'hold',
  summary: 'Keeps a place for a few minutes',
  description: 'Book it by `POST /bookings` with `hold` and its secret before `expiresAt`; after that the place is free again.',
  open: false,
  body: visitBody,
  exampleBody: exampleVisit,
  answers: { 201: { what: 'The hold, and the secret that opens it.', schema: hold }, ...refusals },
  async run(web, req, res) {
    const asked = readBody(visitBody, req)
    const city = await cityNow(web.house)
    sendNewBooking(web, res, city, await holdVisit(web.house, requestOf(city, asked), contactOf(asked)))
  },
}

async function bookAnew(web: Web, req: Request) {
  const asked = readBody(visitBody, req)
  const { city, request } = await understood(web, asked)
  const contact = contactOf(asked)
  const { once } = onceOf(req, { request, contact })
  let prepared: Prepared | undefined
  const booking = await bookVisit(web.house, request, contact, {
    once,
    drawReference: () => (prepared = takePrepared(web)).reference,
  })
  return { city, booking, prepared }
}

/** By the city read last; what that does not know may have been loaded since. */
async function understood(web: Web, asked: AskedVisit): Promise<{ city: City; request: VisitRequest }> {
  const last = await cityLastRead(web.house)
  try {
    return { city: last, request: requestOf(last, asked) }
  } catch {
    const city = await cityNow(web.house)
    return { city, request: requestOf(city, asked) }
  }
}

async function confirm(web: Web, req: Request) {
  const asked = readBody(confirmBody, req)
  const reference = openedReference(web, asked.hold, asked.secret ?? secretSent(req))
  const contact = contactOf(asked)
  const booking = await confirmHold(web.house, reference, contact, onceOf(req, { reference, contact }))
  return { city: await cityNow(web.house), booking, prepared: undefined }
}

function isConfirmation(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'hold' in body
}

/** What is asked of the house. @throws {WrongFields} for what the city does not know */
function requestOf(city: City, asked: AskedVisit): VisitRequest {
  return {
    serviceId: named('service', () => serviceNamed(city, asked.service)).id,
    officeId: named('office', () => officeNamed(city, asked.office)).id,
    date: asked.date,
    start: asked.time,
    party: partyOf(asked.persons, asked.companions),
    needs: knownNeeds(city, asked.needs),
    groups: [...new Set(asked.groups)].sort(),
    channel: 'web',
  }
}

function contactOf({ language, email, phone }: Pick<AskedVisit, 'language' | 'email' | 'phone'>): Contact {
  return { language, ...(email !== undefined && { email }), ...(phone !== undefined && { phone }) }
}
