import type { Minute, OfficeDate } from '../calendar.ts'
import type { Channel } from '../city.ts'
import type { Status } from '../booking/status.ts'

/** The number that somebody waits with. One for each visit that has come to the office; instants are UTC. */
export interface Ticket {
  readonly officeId: string
  readonly date: OfficeDate
  readonly bookingNumber: number
  /** The queue it stands in now. Forwarding changes it; the code stays. */
  readonly deskGroupId: string
  /** `D012`: the letter of the desk group that gave it and the number within the day. */
  readonly code: string
  readonly channel: Channel
  /** The time that was booked; absent for walk-ins, and for those so late that they wait as walk-ins do. */
  readonly bookedStart?: Minute
  /** How much later than booked they came; 0 if in time. */
  readonly lateMinutes: number
  readonly arrivedAt: string
  /** Given by staff; no reason is kept. */
  readonly priority: boolean
  /** Set aside: not called until taken back. */
  readonly parked: boolean
  /** From another desk group, with the same ticket. */
  readonly forwarded: boolean
  /** How often it was called at the desk where it is now, or was last. */
  readonly calls: number
  readonly lastCalledAt?: string
  /** The day sheet's page on which it was called first: calls in the order in which they were made. */
  readonly calledOnPage?: number
  /** Who called it, and serves it. */
  readonly deskId?: string
  readonly startedAt?: string
  readonly finishedAt?: string
  readonly leftAt?: string
}

/** Whether a visit waits in its queue: it has come, is not at a desk, and was not set aside. */
export function isWaiting(status: Status, ticket: Pick<Ticket, 'parked'> | undefined): boolean {
  return status === 'arrived' && ticket?.parked === false
}

/** Letters of tickets: no I and no O, which are read as digits. */
export const ticketLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** As it is printed, shown and called: `D012`. */
export function ticketCode(letter: string, number: number): string {
  return letter + String(number).padStart(3, '0')
}

/** The letter and the number of a code. */
export function partsOfCode(code: string): { letter: string; number: number } {
  return { letter: code.charAt(0), number: Number(code.slice(1)) }
}

/**
 * The code that somebody typed, or `undefined` if it cannot be one. Case, spaces, dashes and missing zeros are
 * forgiven, O and I among the digits, and Cyrillic letters that look the same.
 */
export function parseTicketCode(typed: string): string | undefined {
  const plain = typed
    .slice(0, 50)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}._#]/gu, '')
  const [first = '', ...rest] = plain
  const letter = lookAlikes[first] ?? first
  const digits = rest.map(sign => digitLookAlikes[sign] ?? sign).join('')
  if (letter.length !== 1 || !ticketLetters.includes(letter) || !/^\d{1,4}$/.test(digits)) return undefined
  return Number(digits) > 0 ? ticketCode(letter, Number(digits)) : undefined
}

const digitLookAlikes: Readonly<Record<string, string>> = { O: '0', О: '0', I: '1', L: '1', І: '1' }

/** Cyrillic capitals that look like a letter of a ticket. */
const lookAlikes: Readonly<Record<string, string>> = {
  ...{ А: 'A', В: 'B', С: 'C', Е: 'E', Н: 'H', Ј: 'J', К: 'K', М: 'M', Р: 'P', Ѕ: 'S', Т: 'T', Х: 'X', У: 'Y', З: 'Z' },
}
