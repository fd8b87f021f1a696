import type { Minute } from '../../src/domain/calendar.ts'
import type { City, Desk } from '../../src/domain/city.ts'
import type { Party } from '../../src/domain/booking/booking.ts'
import type { DayException, DayPlan } from '../../src/domain/capacity/day.ts'
import type { DayKey } from '../../src/repositories/change-day.ts'
import type { AnswerOf, AskedBy, Deed } from './deeds.ts'
import type { Doors } from './doors.ts'
import type { Draw } from './draw.ts'
import type { Resident } from './residents.ts'
import type { Tally } from './tally.ts'

/** What has become of somebody in the end. Each has exactly one. */
export type End =
  'served' | 'missing' | 'called-off' | 'gave-up' | 'moved-elsewhere' | 'sent-away' | 'came-too-late' | 'found-no-time'

/** A resident on the day, as the simulation knows them. */
export interface Visitor {
  readonly resident: Resident
  readonly walkedIn: boolean
  number?: number
  reference?: string
  party: Party
  bookedStart?: Minute
  start?: Minute
  /** When they come to the office next; absent if not again. */
  comesAt?: Minute
  /** When they last stood at the kiosk with a booking. */
  checksInAt?: Minute
  arrivedAt?: Minute
  firstCalledAt?: Minute
  servingFrom?: Minute
  servedFrom?: Minute
  servedAt?: Minute
  /** In which queue they wait, if they do. */
  queue?: string
  standing: 'away' | 'waiting' | 'aside' | 'called' | 'serving' | 'over'
  /** The reception has marked them as missing; they may come all the same. */
  markedMissing?: boolean
  /** They were marked as missing by mistake: they are there. */
  mustBeFound?: boolean
  cameTooLate?: boolean
  /** There was no ticket for them: they take a time later today, or none. */
  takesTime?: Minute | 'none'
  toldLater?: boolean
  asksPriorityAt?: Minute
  /** They are in the building, as a guard saw. */
  inside?: boolean
  readsTicketAt?: Minute
  leavesAt?: Minute
  /** Whether they have filled in the form, or gone elsewhere. */
  habitDone?: boolean
  ends: End[]
}

/** Somebody behind a desk. */
export interface Clerk {
  readonly desk: Desk
  readonly draw: Draw
  /** Whoever is ill does not call again. */
  ill: boolean
  /** Not before this minute: the desk is being cleaned. */
  freeAt: Minute
  visitor?: Visitor
  /** When something happens at the desk next. */
  nextAt: Minute
  calls: number
  /** A mistake that is yet to be made, or to be taken back. */
  slip?: 'undo-call' | 'undo-finish'
  busy: { from: Minute; to: Minute }[]
}

/** An order of one minute, and what to do with its answer. */
export interface Order {
  readonly deed: Deed
  readonly by: object
  readonly process: number
  settle(answer: unknown): void
  /** Whether this error is an answer too: somebody else was faster. */
  lost?(errorName: string): boolean
}

/** A simulated day, as it goes on. */
export interface Play {
  readonly city: City
  readonly day: DayKey
  readonly seed: number
  readonly visitors: Visitor[]
  readonly clerks: readonly Clerk[]
  readonly tally: Tally
  doors?: Doors
  readonly exceptions: DayException[]
  /** The plan now in force, and the one of the minute before, by which a call of this minute may have gone. */
  plan: DayPlan
  planBefore: DayPlan
  minute: Minute
  /** Whether a change of the day is being published in this minute. */
  changing: boolean
  /** Who was called to which desk in this minute. */
  readonly calledTo: Map<string, number>
  orders: Order[]
  asked: number
  /** How many were marked as missing by mistake. */
  overlooked: number
  /** Whatever should not have been. */
  readonly faults: string[]
}

/** Lets somebody ask something of the program in this minute. */
export function ask<D extends Deed>(
  play: Play,
  deed: D,
  by: AskedBy<D>,
  settle: (answer: AnswerOf<D>) => void,
  { at = play.asked, lost }: { at?: number; lost?: (errorName: string) => boolean } = {},
): void {
  play.asked += 1
  play.orders.push({ deed, by, process: at, settle: settle as (answer: unknown) => void, ...(lost && { lost }) })
}

/** Notes something that should not have been. */
export function fault(play: Play, what: string): void {
  play.faults.push(`${clockOf(play.minute)} ${what}`)
}

/** `8:05`. */
export function clockOf(minute: Minute): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
}

/** Notes how it ended for somebody. */
export function end(visitor: Visitor, how: End): void {
  visitor.ends.push(how)
  visitor.standing = 'over'
  delete visitor.comesAt
  delete visitor.queue
}
