import type { Minute, OfficeDate } from '../domain/calendar.ts'
import type { Refusal } from '../domain/booking/refusal.ts'

/** A start near the one that was refused, which is free. */
export interface Alternative {
  readonly officeId: string
  readonly date: OfficeDate
  readonly start: Minute
}

/** A visit cannot be had: why, and what is free instead. */
export class BookingRefused extends Error {
  readonly refusal: Refusal
  readonly alternatives: readonly Alternative[]

  constructor(refusal: Refusal, alternatives: readonly Alternative[] = []) {
    super(`booking refused: ${refusal.reason}`)
    this.name = 'BookingRefused'
    this.refusal = refusal
    this.alternatives = alternatives
  }
}

/** What was asked for does not exist, or no longer. */
export class NotFound extends Error {
  readonly what: string

  constructor(what: string) {
    super(`${what} not found`)
    this.name = 'NotFound'
    this.what = what
  }
}

/** A booking is in a status in which this cannot be done to it. */
export class NotNow extends Error {
  readonly status: string

  constructor(status: string) {
    super(`not possible for a booking that is ${status}`)
    this.name = 'NotNow'
    this.status = status
  }
}

/** An idempotency key was used before, for something else. */
export class KeyReused extends Error {
  constructor() {
    super('this idempotency key was used for another request')
    this.name = 'KeyReused'
  }
}
