import { parseReference } from '../../domain/booking/reference.ts'
import { parseTicketCode } from '../../domain/queue/ticket.ts'

/**
 * The reference or the ticket's code in what a scanner has read: the address of a booking or of a ticket, or the code
 * alone, whatever stands around it. As it was, if there is none in it.
 */
export function scannedCode(typed: string): string {
  const text = typed.trim().slice(0, 500)
  const parts = (text.split(/[?#]/u)[0] ?? '').split('/').filter(part => part !== '')
  if (parts.length < 2) return text
  const named = parts.slice(1).findLast(part => parseReference(part) !== undefined || parseTicketCode(part) !== undefined)
  return named ?? text
}
