import { parseReference } from '../../domain/booking/reference.ts'
import { parseTicketCode } from '../../domain/queue/ticket.ts'
import type { DeskRow } from '../../use-cases/desk/desk-row.ts'

/** A time of day that somebody typed, such as `9:40`, `9.40`, `940`; `undefined` if it is none. */
export function typedTime(typed: string): number | undefined {
  const [, hours, minutes] = /^\s*([01]?\d|2[0-3])\s*[.:]?\s*([0-5]\d)\s*$/.exec(typed) ?? []
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}

/** The rows that a reference, its end, a ticket or a time names. */
export function rowsNamed(rows: readonly DeskRow[], typed: string): DeskRow[] {
  const reference = parseReference(typed)
  const end = typed.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase()
  const code = parseTicketCode(typed)
  const time = typedTime(typed)
  const isNamed = (row: DeskRow) =>
    row.reference === reference ||
    (code !== undefined && row.ticket?.code === code) ||
    (time !== undefined && row.start === time) ||
    (end.length >= 3 && row.reference.endsWith(end))
  return rows.filter(isNamed)
}
