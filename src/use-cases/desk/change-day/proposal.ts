import type { Minute, OfficeDate, Span } from '../../../domain/calendar.ts'
import type { Refusal } from '../../../domain/booking/refusal.ts'
import type { DayException } from '../../../domain/capacity/day.ts'
import type { BookingRecord } from '../../../repositories/bookings.ts'
import type { Occupancy } from '../../resident/occupancy-of.ts'

/** Where and when a visit could be instead. */
export interface ProposedPlace {
  readonly officeId: string
  readonly date: OfficeDate
  readonly start: Minute
}

/** A booking that a change leaves no place for, why, and where it could go. */
export interface DisplacedVisit {
  readonly booking: BookingRecord
  /** `no-desk` and `closed`: by desk; `zone-full`: by the limit of a room. */
  readonly refusal: Refusal
  /** Absent where nothing is free in the days to come. */
  readonly proposal?: ProposedPlace
  /** Why what was decided for it is not possible, and the nearest times that are. */
  readonly unfit?: Unfit
  readonly near?: readonly ProposedPlace[]
  /** Free starts at the same office on the date that was asked for. */
  readonly times?: { readonly date: OfficeDate; readonly starts: readonly Minute[] }
}

/** A place is refused; somebody has a ticket, and cannot go to another day; or is at a desk, and cannot be called off. */
export type Unfit = Refusal | 'has-ticket' | 'at-desk'

/** What is looked at beside the change itself. */
export interface Looking {
  /** Number of an earlier change of the day that would no longer be in force. */
  readonly takeBack?: number | undefined
  /** Decided so far: those kept and those whose move fits take their places before anything is proposed. */
  readonly decisions?: Decisions
  /** Dates of which somebody wants to see the free times, by number of the booking. */
  readonly lookAt?: ReadonlyMap<number, OfficeDate> | undefined
}

/** What a change of a day would do, before anything is saved. */
export interface Proposal {
  /** The page of the day sheet that it looks at. */
  readonly page: number
  readonly exceptions: readonly DayException[]
  readonly displaced: readonly DisplacedVisit[]
  /** When the office would be open. */
  readonly hours: readonly Span[]
  /** Limits and booked persons of each zone, as they are and as they would be with those that stay. */
  readonly before: Occupancy['zones']
  readonly after: Occupancy['zones']
}

/** What is decided of a displaced booking. */
export type Decision =
  /** Kept above the limit, or without a desk: shown in red until it is solved. */
  | { readonly kind: 'keep'; readonly reason: string }
  | { readonly kind: 'move'; readonly to: ProposedPlace }
  | { readonly kind: 'call-off' }

/** What is decided of every displaced booking, by number. */
export type Decisions = ReadonlyMap<number, Decision>
