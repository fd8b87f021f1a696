import { Router } from 'express'
import { printTicketForDesk } from '../../use-cases/entrance/print-ticket.ts'
import { ticketNow } from '../../use-cases/entrance/ticket-now.ts'
import { ticketWords } from '../entrance/kiosk-printing.ts'
import { formOf, textOf } from '../resident/requested.ts'
import type { Web } from '../web.ts'
import { act, actingPlace, mayInOffice, visitNamed } from './acting.ts'
import { newOnce } from './once.ts'

/** The ticket of a visit on the printer of the office, in the language of whoever comes. */
export function slipRoutes(web: Web): Router {
  return Router().post('/desk/visits/:number/slips', mayInOffice(web, 'check-in'), async (req, res) => {
    const place = await actingPlace(web, req, res)
    const { bookingNumber } = await visitNamed(web, req, res, place, 'check-in')
    const once = /^[\w-]{20}$/.exec(textOf(formOf(req), 'once'))?.[0] ?? newOnce(web.house)
    await act(web, res, place, async () => {
      const at = await ticketNow(web.house, bookingNumber)
      const words = ticketWords(web, req, at.city, at, at.booking.contact.language)
      const printing = await printTicketForDesk(web.house, bookingNumber, words, once)
      const about = at.ticket.code
      if (printing === 'unsure') return { told: { key: 'slip-unsure', about } }
      if (printing === 'sending') return { told: { key: 'slip-sent', about } }
      return { told: { key: printing === 'printed' ? 'slip-printed' : 'slip-failed', about } }
    })
  })
}
