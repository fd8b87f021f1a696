import type { Seat } from '../../domain/queue/seat.ts'
import type { VisitStep } from '../../repositories/visit-step-row.ts'

/**
 * The seat that somebody was promised, whatever calls have made of it since: the one before the first step that moved
 * it, from the time on at which they were last only booked. `undefined`: no step has moved it.
 *
 * @param steps  of this visit, in the order in which they were made
 */
export function promisedSeat(steps: readonly VisitStep[]): Seat | undefined {
  const came = steps.findLastIndex(({ before }) => before.status === 'booked')
  return steps.slice(Math.max(0, came)).find(({ before }) => before.seat !== undefined)?.before.seat
}

/** Whether somebody came without a booking: paper leaves empty lines for them. */
export function cameUnannounced(steps: readonly VisitStep[]): boolean {
  return steps[0]?.step === 'admit'
}
