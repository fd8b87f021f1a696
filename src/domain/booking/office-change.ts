import type { Minute, OfficeDate } from '../calendar.ts'
import type { Refusal } from './refusal.ts'

/** What an office has done to a booking on its own account, because a rule, an hour or a desk has changed. */
export interface OfficeChange {
  /** `displaced`: the place is lost and no other is held yet. */
  readonly kind: 'moved' | 'called-off' | 'displaced'
  /** The booking's revision that came of it. A later one means that the resident has gone on from there. */
  readonly revision: number
  readonly from: VisitPlace
  /** What stood in the way of the old place. */
  readonly refusal: Refusal
  /** Whether the resident has said that the new time suits. */
  readonly accepted: boolean
}

/** Where and when a visit is, was or could be. */
export interface VisitPlace {
  readonly officeId: string
  readonly date: OfficeDate
  readonly start: Minute
}
