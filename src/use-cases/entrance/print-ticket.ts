import type { Language } from '../../domain/city.ts'
import type { Device } from '../../domain/entrance/device.ts'
import { noteLines, ticketLines } from '../../paper/ticket/lines.ts'
import { slipPdf } from '../../paper/ticket/slip-pdf.ts'
import { slipPage, type PageLine } from '../../paper/ticket/slip-page.ts'
import type { NoteSlip, SlipHead, TicketSlip } from '../../paper/ticket/slip.ts'
import { cityOf } from '../../repositories/city.ts'
import { NotFound } from '../errors.ts'
import type { House } from '../house.ts'
import { printSlip, type Printing } from './print-slip.ts'
import { ticketNow, type TicketNow } from './ticket-now.ts'

/** What stands on a ticket besides what the day says of it: finished words, and the address that its code leads to. */
export interface TicketWords {
  readonly language: Language
  /** Rules of the day, a sentence each. */
  readonly rules: readonly string[]
  readonly followUrl: string
}

/** Prints the ticket of a booking at a kiosk, once whatever is pressed. @throws {NotFound} if it has none */
export async function printTicket(house: House, kiosk: Device, bookingNumber: number, words: TicketWords): Promise<Printing> {
  const slip = ticketSlip(await ticketNow(house, bookingNumber), words)
  const job = { id: `ticket ${bookingNumber}`, kind: 'ticket', bookingNumber, code: slip.code } as const
  return printSlip(house, kiosk, { ...job, lines: ticketLines(slip) })
}

/** Prints it for a desk, on the printer of the office: once for each `once`, for a slip may get lost. @throws {NotFound} if it has none */
export async function printTicketForDesk(
  house: House,
  bookingNumber: number,
  words: TicketWords,
  once: string,
): Promise<Printing> {
  const ticket = await ticketNow(house, bookingNumber)
  const job = { id: `desk ${bookingNumber} ${once}`, kind: 'ticket', bookingNumber, code: ticket.ticket.code } as const
  const place = { officeId: ticket.office.id, entrance: '' }
  return printSlip(house, place, { ...job, lines: ticketLines(ticketSlip(ticket, words)) })
}

/** The same lines for a page, printed by a browser. @throws {NotFound} if it has none */
export async function ticketPage(house: House, bookingNumber: number, words: TicketWords): Promise<PageLine[]> {
  return slipPage(ticketLines(ticketSlip(await ticketNow(house, bookingNumber), words)))
}

/** The same lines as a PDF of a roll's width. @throws {NotFound} if it has none */
export async function ticketPdf(house: House, bookingNumber: number, words: TicketWords, widthMm: 58 | 80): Promise<Buffer> {
  const slip = ticketSlip(await ticketNow(house, bookingNumber), words)
  return slipPdf(slip, slip.code, ticketLines(slip), widthMm)
}

/** Prints a slip without a number at a kiosk, once under its id. */
export async function printNote(
  house: House,
  kiosk: Device,
  job: { readonly id: string; readonly bookingNumber?: number },
  note: Omit<NoteSlip, keyof SlipHead> & { readonly language: Language },
): Promise<Printing> {
  const city = await cityOf(house.db)
  const office = city.offices.find(each => each.id === kiosk.officeId)
  if (!office) throw new NotFound('office')
  const slip: NoteSlip = {
    ...note,
    organisation: city.organisation.name[note.language],
    address: office.address,
    printedAt: house.clock.now(office.timeZone),
  }
  return printSlip(house, kiosk, { ...job, kind: 'note', lines: noteLines(slip) })
}

function ticketSlip(at: TicketNow, { language, rules, followUrl }: TicketWords): TicketSlip {
  const { city, office, ticket, group, zone, waitingZone, now, comeInAt, before } = at
  const mayComeIn = now.minute >= comeInAt
  return {
    ...{ language, rules, followUrl, code: ticket.code, floor: zone.floor, desks: at.deskLabels, printedAt: now },
    organisation: city.organisation.name[language],
    address: office.address,
    queue: group.name[language],
    waitIn: waitingZone || mayComeIn ? { zone: (waitingZone ?? zone).name[language] } : 'outdoors',
    ...(ticket.bookedStart !== undefined && { bookedStart: ticket.bookedStart }),
    ...(!mayComeIn && { comeInFrom: comeInAt }),
    ...(before !== undefined && { peopleBefore: before }),
  }
}
