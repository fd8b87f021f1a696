import { Router, type Request, type Response } from 'express'
import { parseReference } from '../../domain/booking/reference.ts'
import type { Contact, VisitRequest } from '../../domain/booking/booking.ts'
import { BookingRefused, NotFound, NotNow } from '../../use-cases/errors.ts'
import { bookVisit } from '../../use-cases/resident/book-visit.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { confirmHold } from '../../use-cases/resident/confirm-hold.ts'
import { findBooking } from '../../use-cases/resident/find-booking.ts'
import { onceUnder } from '../../use-cases/resident/once-under.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import { isSecretOf } from '../secrets.ts'
import type { Web } from '../web.ts'
import { beyondLimit, readContact } from './contact-form.ts'
import { showDetails } from './details.ts'
import { keepPrivate } from './frame.ts'
import { nameField, newPageName, pageName } from './once.ts'
import { forgetHold, keyOf, type FoundBooking } from './opened.ts'
import type { FieldError } from './party-form.ts'
import { formOf, textOf } from './requested.ts'
import { showTaken } from './taken.ts'
import { readVisit } from './visit-form.ts'
import { showWrongVisit } from './wrong-visit.ts'

/** Books: turns a hold into a booking, or, after a lost race, books the time that was chosen instead. */
export function bookingsRoutes(web: Web): Router {
  return Router().post(paths.bookings(), async (req, res) => {
    keepPrivate(res)
    return textOf(formOf(req), 'hold') === '' ? bookAnew(web, req, res) : confirm(web, req, res)
  })
}

async function confirm(web: Web, req: Request, res: Response): Promise<void> {
  const form = formOf(req)
  const answer = readContact(form, languageOf(res))
  const hold = await openedHold(web, textOf(form, 'hold'), textOf(form, 'key'))
  if (answer.errors.length > 0) return showDetails(web, res, hold, answer, 422)
  const wish = { request: requestOf(hold), contact: answer.contact, page: keyOf(web, hold.reference) }
  const confirmAndForget = async () => {
    const booking = await confirmedOrAnew(web, hold, wish)
    forgetHold(web, req, res, hold.reference)
    return booking
  }
  await finish(web, res, wish, confirmAndForget, async error => showDetails(web, res, hold, { ...answer, errors: [error] }, 422))
}

async function confirmedOrAnew(web: Web, hold: FoundBooking, wish: Wish): Promise<FoundBooking> {
  try {
    return await confirmHold(web.house, hold.reference, wish.contact)
  } catch (error) {
    if (!(error instanceof NotNow)) throw error
    if (error.status !== 'expired') return hold // confirmed before; its page says what has become of it
    return bookOnce(web, wish) // the hold is over, but its place may still be free
  }
}

async function bookAnew(web: Web, req: Request, res: Response): Promise<void> {
  const form = formOf(req)
  const { contact, errors: contactErrors } = readContact(form, languageOf(res))
  const { request, errors } = readVisit(form, await cityNow(web.house), languageOf(res))
  if (!request || contactErrors.length > 0) return showWrongVisit(web, res, form, [...errors, ...contactErrors])
  const wish = { request, contact, page: pageName(form) }
  await finish(
    web,
    res,
    wish,
    () => bookOnce(web, wish),
    error => showWrongVisit(web, res, form, [error]),
  )
}

/** A visit to be booked, and the name of the page that asks for it: one page books once. */
interface Wish {
  readonly request: VisitRequest
  readonly contact: Contact
  readonly page: string | undefined
}

function bookOnce(web: Web, { request, contact, page }: Wish): Promise<FoundBooking> {
  return bookVisit(web.house, request, contact, page === undefined ? {} : { once: onceUnder(`booking ${page}`) })
}

/** Leads to the visit, to the nearest free times, or, where a contact has as many visits as it may, back to what was typed. */
async function finish(
  web: Web,
  res: Response,
  { request, contact, page }: Wish,
  attempt: () => Promise<FoundBooking>,
  showAgain: (error: FieldError) => Promise<void>,
) {
  try {
    const booking = await attempt()
    web.metrics.bookingMade(booking.channel)
    res.redirect(303, paths.booking(booking.reference, { key: keyOf(web, booking.reference) }))
  } catch (error) {
    if (!(error instanceof BookingRefused)) throw error
    if (error.refusal.reason === 'contact-limit') {
      web.metrics.bookingRefused(error.refusal.reason)
      return showAgain(beyondLimit((await cityNow(web.house)).policy, contact, languageOf(res)))
    }
    const typed = [['email', contact.email ?? ''] as const, ['phone', contact.phone ?? ''] as const]
    const kept = [...typed.filter(([, text]) => text !== ''), nameField(page ?? newPageName(web))]
    await showTaken(web, res, { refused: error, request, action: paths.bookings(), kept })
  }
}

async function openedHold(web: Web, typed: string, key: string): Promise<FoundBooking> {
  const reference = parseReference(typed)
  const opened = reference !== undefined && isSecretOf(web.settings.secret, reference, key)
  const hold = opened ? await findBooking(web.house, reference) : undefined
  if (!hold) throw new NotFound('booking')
  return hold
}

function requestOf({ serviceId, officeId, date, start, party, needs, groups, channel }: FoundBooking): VisitRequest {
  return { serviceId, officeId, date, start, party, needs, groups, channel }
}
