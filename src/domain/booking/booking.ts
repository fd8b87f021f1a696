import type { Channel, Language } from '../city.ts'
import type { Minute, OfficeDate } from '../calendar.ts'
import type { CompanionKind, ProtectedGroup } from '../capacity/occupancy-rule.ts'
import type { Stay } from '../capacity/day.ts'
import type { Status } from './status.ts'

/** Who comes together. `persons` is all of them; companions are among them. */
export interface Party {
  readonly persons: number
  readonly companions: Readonly<Partial<Record<CompanionKind, number>>>
}

/** A visit that somebody asks for: what, where, when, for whom, by which channel. */
export interface VisitRequest {
  readonly serviceId: string
  readonly officeId: string
  readonly date: OfficeDate
  readonly start: Minute
  readonly party: Party
  /** Ids of needs, sorted. */
  readonly needs: readonly string[]
  readonly groups: readonly ProtectedGroup[]
  readonly channel: Channel
}

/** How to reach the resident; nothing of it is required. */
export interface Contact {
  readonly language: Language
  readonly email?: string
  readonly phone?: string
}

/** A promise: a party, a desk, a stretch of a day. */
export interface Booking {
  /** A stable whole number for programs that need one. */
  readonly number: number
  /** Eight characters without a separator, the last a check character. */
  readonly reference: string
  readonly officeId: string
  readonly date: OfficeDate
  readonly serviceId: string
  readonly deskId: string
  readonly start: Minute
  readonly end: Minute
  /** The desk is taken up to here: the end and the turnover in force when it was promised. */
  readonly deskUntil: Minute
  readonly presence: readonly Stay[]
  readonly party: Party
  readonly needs: readonly string[]
  readonly channel: Channel
  readonly status: Status
  /** UTC instant (ISO 8601) at which a hold ends; absent unless `held`. */
  readonly expiresAt?: string
}
