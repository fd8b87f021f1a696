import type { DayException } from '../../../domain/capacity/day.ts'
import { effectOf, type DayChangeEffect } from '../../../domain/capacity/day-change.ts'
import { bookingByNumber, type BookingRecord } from '../../../repositories/bookings.ts'
import type { DayKey } from '../../../repositories/change-day.ts'
import { insertDayException, takeExceptionBack } from '../../../repositories/day-exceptions.ts'
import { forgetKept, keptBookings } from '../../../repositories/kept-bookings.ts'
import { layOutDay } from '../../day/lay-out-day.ts'
import { onDays, type OpenDay } from '../../day/on-day.ts'
import type { House } from '../../house.ts'
import { minuteOf } from '../attendance.ts'
import { carryOut } from './carry-out.ts'
import { exceptionsAfter } from './in-force.ts'
import type { Decision, Decisions, Looking, Proposal } from './proposal.ts'
import { propose, refuseUnknown } from './propose.ts'

/** A change to be saved, with what is decided of each booking it displaces. */
export interface DayChange {
  readonly exceptions: readonly DayException[]
  /** Number of an earlier change that is taken back: its exception is no longer in force. */
  readonly takeBack?: Looking['takeBack']
  readonly decisions: Decisions
  /** Dates to show the free times of, should nothing be saved. */
  readonly lookAt?: Looking['lookAt']
  /** For colleagues; nothing of a person's health. */
  readonly reason?: string
}

/** Somebody whose visit has changed. */
export interface Reached {
  readonly before: BookingRecord
  readonly after: BookingRecord
  readonly decision: Decision
  /** A message waits in the outbox; whoever gets none must be phoned, or caught at the door. */
  readonly messaged: boolean
}

/**
 * Saved; or nothing is, because the day has changed meanwhile or decisions do not fit together, and here is what the change
 * would do now, with those that do not fit.
 */
export type Publication =
  | { readonly published: true; readonly page: number; readonly reached: readonly Reached[] }
  | { readonly published: false; readonly proposal: Proposal }

/**
 * Saves a change of a day with the decision for each displaced booking, all or nothing: exceptions, bookings, ledger,
 * messages. Whatever was decided is checked again.
 *
 * @throws {NotFound} if the office has no such desk or zone, or the change to take back is not in force
 */
export async function publish(house: House, day: DayKey, change: DayChange): Promise<Publication> {
  const moves = [...change.decisions.values()].flatMap(decision => (decision.kind === 'move' ? [decision.to] : []))
  try {
    return await onDays(house, [day, ...moves], async opens => {
      const [open, ...others] = opens as [OpenDay, ...OpenDay[]]
      refuseUnknown(open.city, day, change.exceptions)
      const effect = await effectOn(open, change)
      if (effect.displaced.some(({ booking }) => !change.decisions.has(booking.number))) throw new ProposalIsOldError()

      const noted = { instant: house.clock.instant(), ...(change.reason !== undefined && { reason: change.reason }) }
      for (const exception of change.exceptions) await insertDayException(open.trx, day, exception, noted)
      if (change.takeBack !== undefined) await takeExceptionBack(open.trx, day, change.takeBack, noted.instant)
      await forgetKept(open.trx, day, effect.fitAgain)
      open.day = effect.staying
      const reached = await carryOut([open, ...others], effect, change.decisions)
      if (!reached) throw new ProposalIsOldError()
      await layOutDay(open)
      return { published: true, page: open.turned.page, reached: await asWritten(open, reached) }
    })
  } catch (error) {
    if (!(error instanceof ProposalIsOldError)) throw error
    return { published: false, proposal: await propose(house, day, change.exceptions, change) }
  }
}

/** Somebody booked, moved or came meanwhile, so that the decisions no longer say all. */
class ProposalIsOldError extends Error {}

async function effectOn(open: OpenDay, change: DayChange): Promise<DayChangeEffect> {
  const kept = new Set((await keptBookings(open.trx, open.turned)).keys())
  const minute = minuteOf(open)
  return effectOf(open.city, open.day, await exceptionsAfter(open.trx, open.turned, change, minute), minute, kept)
}

async function asWritten(open: OpenDay, reached: readonly Reached[]): Promise<Reached[]> {
  const written: Reached[] = []
  for (const each of reached) written.push({ ...each, after: (await bookingByNumber(open.trx, each.after.number)) ?? each.after })
  return written
}
