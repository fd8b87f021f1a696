import { Router, type Request, type Response } from 'express'
import type { Party } from '../../domain/booking/booking.ts'
import type { City } from '../../domain/city.ts'
import { admitWalkIn } from '../../use-cases/desk/admit-walk-in.ts'
import { alone } from '../../use-cases/entrance/kiosk-matters.ts'
import { kioskOffer } from '../../use-cases/entrance/kiosk-offer.ts'
import { BookingRefused } from '../../use-cases/errors.ts'
import { bookVisit } from '../../use-cases/resident/book-visit.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { officeNamed, serviceNamed } from '../api/known.ts'
import { WrongFields } from '../faults.ts'
import { paths } from '../paths.ts'
import { unbroken } from '../resident/frame.ts'
import { formOf, textOf } from '../resident/requested.ts'
import { readPlace } from '../resident/visit-form.ts'
import type { Web } from '../web.ts'
import { sealedAnswer, type KioskAnswer } from './kiosk-answers.ts'
import { mannerOf } from './kiosk-manner.ts'
import { linkMaker } from './kiosk-page.ts'
import { partyQuery, partySent } from './kiosk-party.ts'
import { onceAt, printAddressHere, printBookingHere, printTicketHere } from './kiosk-printing.ts'
import { tokenNamed } from './kiosk-token.ts'
import { deviceOf } from './require-device.ts'

/** What is had without a booking: a ticket for now, an appointment for later, or a slip with the page's address. */
export function kioskVisitRoutes(web: Web): Router {
  const router = Router()

  router.post('/entrance/kiosk/tickets', async (req, res) => {
    const { officeId } = deviceOf(res)
    const { serviceId, party, once } = readAsked(req, await cityNow(web.house))
    const { admission } = await kioskOffer(web.house, officeId, serviceId, party)
    if (admission === 'appointment-only') return showAgain(res, serviceId, party)
    const walkIn = { ...alone, officeId, serviceId, party, channel: 'kiosk' as const }
    const given = await admitWalkIn(
      web.house,
      { ...walkIn, language: mannerOf(res).language },
      { once: onceAt(res, once, walkIn) },
    )
    if (given.kind === 'later') return showAgain(res, serviceId, party)
    const printing = await printTicketHere(web, req, res, given.visit)
    answer(web, res, { kind: 'ticket', booking: given.visit.booking.number, how: 'walk-in', printing })
  })

  router.post('/entrance/kiosk/bookings', async (req, res) => {
    const city = await cityNow(web.house)
    const { serviceId, party, once } = readAsked(req, city)
    const place = readPlace(textOf(formOf(req), 'at'))
    const office = officeNamed(city, textOf(formOf(req), 'office') || deviceOf(res).officeId)
    if (!place) throw new WrongFields({ at: 'one of the times offered' })
    const request = { ...alone, ...place, officeId: office.id, serviceId, party }
    try {
      const { language } = mannerOf(res)
      const booking = await bookVisit(web.house, request, { language }, { once: onceAt(res, once, request) })
      const printing = await printBookingHere(web, req, res, booking)
      answer(web, res, { kind: 'booked', booking: booking.number, printing })
    } catch (error) {
      if (!(error instanceof BookingRefused)) throw error
      showAgain(res, serviceId, party)
    }
  })

  router.post('/entrance/kiosk/notes', async (req, res) => {
    const once = tokenNamed(textOf(formOf(req), 'once'))
    if (once === undefined) throw new WrongFields({ once: 'the token of the screen' })
    const { organisation } = await cityNow(web.house)
    const printing = await printAddressHere(web, req, res, once, unbroken(organisation.phone))
    answer(web, res, { kind: 'note', printing })
  })

  return router

  function answer(to: Web, res: Response, said: KioskAnswer): void {
    const sealed = sealedAnswer(to, deviceOf(res).number, said)
    res.redirect(
      303,
      linkMaker(res)(query => paths.kioskAnswer(sealed, query)),
    )
  }
}

/** Somebody else was faster: what is free now. */
function showAgain(res: Response, serviceId: string, party: Party): void {
  const again = linkMaker(res)(query => paths.kioskMatter(serviceId, { ...query, ...partyQuery(party), taken: 1 }))
  res.redirect(303, again)
}

/** @throws {WrongFields} if a form was not made by a screen of ours */
function readAsked(req: Request, city: City): { serviceId: string; party: Party; once: string } {
  const form = formOf(req)
  const once = tokenNamed(textOf(form, 'once'))
  if (once === undefined) throw new WrongFields({ once: 'the token of the screen' })
  const service = serviceNamed(city, textOf(form, 'service'))
  return { serviceId: service.id, party: partySent(form, city, service), once }
}
