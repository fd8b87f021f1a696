import { createHash } from 'node:crypto'
import type { Request, Response } from 'express'
import type { City, Language } from '../../domain/city.ts'
import { formatReference } from '../../domain/booking/reference.ts'
import { formatMoment } from '../../language/dates.ts'
import { wordsFor } from '../../language/words.ts'
import { printNote, printTicket } from '../../use-cases/entrance/print-ticket.ts'
import type { Printing } from '../../use-cases/entrance/print-slip.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { paths } from '../paths.ts'
import { addressOf } from '../resident/address.ts'
import { keyOf, type FoundBooking } from '../resident/opened.ts'
import { conductInWords } from '../resident/visit-view.ts'
import { ticketToken } from '../tickets/token.ts'
import type { FoundTicket } from '../tickets/ticket-view.ts'
import type { Web } from '../web.ts'
import { mannerOf } from './kiosk-manner.ts'
import { deviceOf } from './require-device.ts'

/** Prints the ticket of a visit at this kiosk, once. */
export async function printTicketHere(web: Web, req: Request, res: Response, visit: FoundTicket): Promise<Printing> {
  const { language } = mannerOf(res)
  const city = await cityNow(web.house)
  return printTicket(web.house, deviceOf(res), visit.booking.number, ticketWords(web, req, city, visit, language))
}

/** What stands on a ticket besides what the day says of it. */
export function ticketWords(web: Web, req: Request, city: City, { booking, ticket }: FoundTicket, language: Language) {
  const token = ticketToken(web.settings.secret, booking.number)
  return {
    language,
    rules: conductInWords(city, booking, language).map(({ text }) => text),
    followUrl: addressOf(web, req, paths.ticket(token, ticket.code)),
  }
}

/** Prints the reference of a visit that was booked at this kiosk, and the address at which it is looked up. */
export async function printBookingHere(web: Web, req: Request, res: Response, booking: FoundBooking): Promise<Printing> {
  const { language } = mannerOf(res)
  const t = wordsFor(language)
  const office = (await cityNow(web.house)).offices.find(({ id }) => id === booking.officeId)
  const job = { id: `booking ${booking.number}`, bookingNumber: booking.number }
  return printNote(web.house, deviceOf(res), job, {
    language,
    title: formatReference(booking.reference),
    sentences: [
      formatMoment(booking.date, booking.start, language),
      `${office?.name[language] ?? ''}, ${office?.address ?? ''}`,
      t('kiosk.booked-bring'),
    ],
    url: addressOf(web, req, paths.booking(formatReference(booking.reference), { key: keyOf(web, booking.reference) })),
  })
}

/** Prints a slip with the address at which visits are booked. */
export function printAddressHere(web: Web, req: Request, res: Response, once: string, phone: string): Promise<Printing> {
  const { language } = mannerOf(res)
  const t = wordsFor(language)
  return printNote(
    web.house,
    deviceOf(res),
    { id: `address ${hashed(once)}` },
    {
      language,
      title: t('kiosk.note-title'),
      sentences: [t('kiosk.note-text'), t('kiosk.note-phone', { phone })],
      url: addressOf(web, req, paths.start()),
    },
  )
}

/** What one press of one screen is known by, for the use case that acts once under it. */
export function onceAt(res: Response, once: string, asked: object): { key: string; fingerprint: string } {
  return { key: hashed(`kiosk ${deviceOf(res).number} ${once}`), fingerprint: hashed(JSON.stringify(asked)) }
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
