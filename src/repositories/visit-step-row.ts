import type { Action } from '../domain/booking/transitions.ts'
import type { Status } from '../domain/booking/status.ts'
import type { Seat } from '../domain/queue/seat.ts'
import type { Ticket } from '../domain/queue/ticket.ts'

/** What stood before a step, to be brought back. */
export interface Before {
  readonly status: Status
  /** Absent where the step changed nothing of it, so that undoing leaves it where it has come to since. */
  readonly seat?: Seat
  /** Absent where the visit had no ticket yet. */
  readonly ticket?: Ticket
}

/** What was done to a visit, and when. `admit`: a walk-in came. */
export interface VisitStep {
  readonly number: number
  readonly bookingNumber: number
  readonly step: Action | 'admit' | 'undo'
  readonly deskId?: string
  /** UTC instant. */
  readonly at: string
  readonly before: Before
  readonly undone: boolean
}

/** A row of `visit_steps`. */
export interface StepRow {
  number: number
  booking_number: number
  step: string
  desk_id: string | null
  at: string
  before: string
  undone: number
}

/** A step as the use cases know it. */
export function fromRow(row: StepRow): VisitStep {
  return {
    number: row.number,
    bookingNumber: row.booking_number,
    step: row.step as VisitStep['step'],
    ...(row.desk_id !== null && { deskId: row.desk_id }),
    at: row.at,
    before: JSON.parse(row.before) as Before,
    undone: row.undone === 1,
  }
}
