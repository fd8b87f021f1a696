import { Router } from 'express'
import { spellingGroups } from '../../domain/booking/reference.ts'
import { may } from '../../domain/staff/roles.ts'
import { wordsFor } from '../../language/words.ts'
import { dayAtDesks } from '../../use-cases/desk/day-at-desks.ts'
import { findVisit } from '../../use-cases/desk/find-visit.ts'
import { officeHasPrinter } from '../../use-cases/entrance/list-devices.ts'
import { NotFound } from '../../use-cases/errors.ts'
import { cityToName } from '../../use-cases/resident/city-to-name.ts'
import { NotAllowed } from '../faults.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import { visitValues } from '../resident/visit-view.ts'
import { pinOf } from '../secrets.ts'
import { showStaff } from '../staff/frame.ts'
import { requireStaff, staffOf } from '../staff/require-staff.ts'
import type { Web } from '../web.ts'
import { ticketToken } from '../tickets/token.ts'
import { placeAsked } from './day.ts'
import { newOnce } from './once.ts'
import { placeQuery } from './place.ts'

/** What is read out to whoever has just booked by phone, or got a ticket at the desk. */
export function deskBookingRoutes(web: Web): Router {
  return Router().get('/desk/bookings/:reference', requireStaff(web, 'check-in'), async (req, res) => {
    const place = await placeAsked(web, req, res, req.query)
    const language = languageOf(res)
    const t = wordsFor(language)
    const key = { officeId: place.office.id, date: place.today }
    const visit = await findVisit(web.house, key, String(req.params['reference']))
    if (!visit) throw new NotFound('booking')
    const { booking, ticket } = visit
    if (!may(staffOf(res).roles, 'check-in', booking.officeId)) throw new NotAllowed()

    const hasPrinter = ticket !== undefined && (await officeHasPrinter(web.house, booking.officeId))
    const waits = ticket && (await dayAtDesks(web.house, booking)).waiting.find(each => each.bookingNumber === booking.number)
    await showStaff(web, res, 'desk/booking', {
      title: ticket ? t('desk.ticket-given') : t('desk.booked-title'),
      officeName: place.office.name[language],
      visit: visitValues(await cityToName(web.house), booking, language),
      spelled: spellingGroups(booking.reference),
      pin: pinOf(web.settings.secret, booking.reference),
      ticket: ticket && {
        code: ticket.code,
        before: waits?.before ?? 0,
        expected: waits?.minutes === undefined ? '' : t('desk.expected', { count: waits.minutes }),
        print: paths.ticketPrint(ticketToken(web.settings.secret, booking.number), { in: booking.contact.language }),
        slips: hasPrinter ? paths.deskVisit(booking.number, 'slips') : undefined,
        once: newOnce(web.house),
      },
      query: placeQuery(place),
      again: ticket ? paths.walkIns(placeQuery(place)) : paths.phoneBookings(placeQuery(place)),
      back: paths.desk(placeQuery(place)),
      styles: ['desk.css'],
      scripts: ['desk.js'],
    })
  })
}
