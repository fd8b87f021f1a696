import type { Minute, Moment } from '../../domain/calendar.ts'
import type { Language } from '../../domain/city.ts'

/** What stands on a ticket. Texts are finished words in `language`; no name, no matter that tells a secret. */
export interface TicketSlip extends SlipHead {
  /** `D012`. */
  readonly code: string
  /** Absent for walk-ins. */
  readonly bookedStart?: Minute
  /** The queue: the desk group's name. */
  readonly queue: string
  /** 0 is the ground floor. */
  readonly floor: number
  /** Labels of the desks that serve it, as `72`, `73`. */
  readonly desks: readonly string[]
  /** Where to wait: a zone's name, or outdoors. */
  readonly waitIn: { readonly zone: string } | 'outdoors'
  /** From when to come in; absent: now. */
  readonly comeInFrom?: Minute
  /** Absent: not told. */
  readonly peopleBefore?: number
  /** Rules of the day, a sentence each. */
  readonly rules: readonly string[]
  /** Where the queue is followed on a phone; printed as a QR code. */
  readonly followUrl: string
}

/** A slip without a number: a time to come back, another office, the address of the page. */
export interface NoteSlip extends SlipHead {
  readonly title: string
  readonly sentences: readonly string[]
  /** Printed as a QR code and in letters. */
  readonly url?: string
}

/** Whose slip it is and when it was printed, by the office's clock. */
export interface SlipHead {
  readonly language: Language
  readonly organisation: string
  readonly address: string
  readonly printedAt: Moment
}
