import type { OfficeDate } from '../calendar.ts'

/** One thing that somebody did. It never holds residents' data: they go after days, the log stays for years. */
export interface AuditNote {
  /** Absent: the program itself, or whoever works at its command line. */
  readonly staffNumber?: number
  /** Verb first, small letters and dashes: `sign-in`, `change-day`. */
  readonly action: string
  readonly officeId?: string
  readonly date?: OfficeDate
  /** The end of a reference (`tailOf`) or the code of a ticket: `D012`. */
  readonly about?: string
  readonly details?: AuditDetails
}

export type AuditDetails = Readonly<Record<string, string | number | boolean | undefined>>

/** The end of a reference: enough to tell bookings of one day apart, too little to open one. */
export function tailOf(reference: string): string {
  return reference.slice(-4)
}

/** Details without e-mail addresses and long numbers, which somebody may have typed into a reason. */
export function withoutContacts(details: AuditDetails): AuditDetails {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, typeof value === 'string' ? blanked(value) : value]),
  )
}

function blanked(text: string): string {
  return text
    .slice(0, 200)
    .replace(/\S+@\S+/g, '…')
    .replace(/\+?\d(?:[ -]?\d){6,}/g, found => (/^\d{4}-\d{2}-\d{2}$/.test(found) ? found : '…'))
}
