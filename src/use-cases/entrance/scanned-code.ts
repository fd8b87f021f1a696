import { parseReference } from '../../domain/booking/reference.ts'
import { parseTicketCode } from '../../domain/queue/ticket.ts'

const mostRead = 500

/**
 * The reference or the ticket's code in what a scanner has read: the address of a booking or of a ticket, or the code
 * alone; nothing that stands around it, above all not the key that opens a booking. `undefined` if there is none in it.
 */
export function codeIn(typed: string): string | undefined {
  const text = typed.trim().slice(0, mostRead)
  const parts = text.includes('/') ? (text.split(/[?#]/u)[0] ?? '').split('/').slice(1).reverse() : [text.split('?')[0] ?? '']
  return [...parts, text].map(codeOf).find(code => code !== undefined)
}

/** The same; as it was typed, but for what follows a question mark, if there is none in it. */
export function scannedCode(typed: string): string {
  return codeIn(typed) ?? typed.trim().slice(0, mostRead).split('?')[0] ?? ''
}

function codeOf(part: string): string | undefined {
  return parseReference(part) ?? parseTicketCode(part)
}
