import type { Refusal } from '../../../domain/booking/refusal.ts'
import { isAtDesk, statusAfter } from '../../../domain/booking/transitions.ts'
import { withBooking } from '../../../domain/capacity/day.ts'
import type { DayChangeEffect } from '../../../domain/capacity/day-change.ts'
import { place } from '../../../domain/capacity/placement.ts'
import { updateBooking, type BookingRecord } from '../../../repositories/bookings.ts'
import { keyOf } from '../../../repositories/change-day.ts'
import { keepBooking } from '../../../repositories/kept-bookings.ts'
import { expired, recordOf } from '../../day/let-holds-expire.ts'
import type { OpenDay } from '../../day/on-day.ts'
import { followAtDoor } from '../../entrance/follow-at-door.ts'
import { takePlaceAgain } from '../../day/take-place.ts'
import { tellCalledOff, tellMoved } from '../../day/tell-office-change.ts'
import { NotNow } from '../../errors.ts'
import { nowAt } from '../attendance.ts'
import { visitOnTheSpot } from '../soonest-seat.ts'
import type { Decisions, ProposedPlace } from './proposal.ts'
import type { Reached } from './publish.ts'

/**
 * Does what was decided of each displaced booking. The first of the open days is the changed one, with those that stay;
 * its ledger is laid out afterwards, so here only bookings are written. Those kept first, then the others in order.
 *
 * @returns `undefined` if somebody cannot be moved to where it was decided, because the place is gone, or not be called off,
 *          because a desk has called them meanwhile
 */
export async function carryOut(
  opens: readonly [OpenDay, ...OpenDay[]],
  effect: DayChangeEffect,
  decisions: Decisions,
): Promise<Reached[] | undefined> {
  const [open] = opens
  const reached: Reached[] = []
  for (const hold of effect.holds) await updateBooking(open.trx, expired(await recordOf(open, hold), open.house.clock.instant()))
  for (const { booking } of effect.displaced) {
    const decision = decisions.get(booking.number)
    if (decision?.kind !== 'keep') continue
    await keepBooking(open.trx, open.turned, booking.number, decision.reason.slice(0, 200), open.house.clock.instant())
    open.day = withBooking(open.day, booking, open.turned.page)
  }
  for (const { booking, refusal } of effect.displaced) {
    const decision = decisions.get(booking.number)
    if (!decision || decision.kind === 'keep') continue
    const before = await recordOf(open, booking)
    const after =
      decision.kind === 'move' ? await move(opens, before, decision.to, refusal) : await callOff(open, before, refusal)
    if (!after) return undefined
    reached.push({ before, after, decision, messaged: after.contact.email !== undefined })
  }
  return reached
}

async function callOff(open: OpenDay, before: BookingRecord, why: Refusal): Promise<BookingRecord | undefined> {
  if (isAtDesk(before.status)) return undefined
  const status = statusAfter('cancel', before.status) ?? statusAfter('leave', before.status)
  if (!status) throw new NotNow(before.status)
  const after: BookingRecord = { ...before, status, revision: before.revision + 1, changedAt: open.house.clock.instant() }
  await updateBooking(open.trx, after)
  await followAtDoor(open, after)
  await tellCalledOff(open.trx, before, after, why)
  return after
}

async function move(
  opens: readonly OpenDay[],
  before: BookingRecord,
  to: ProposedPlace,
  why: Refusal,
): Promise<BookingRecord | undefined> {
  const [changed] = opens
  const into = opens.find(each => keyOf(each.turned) === keyOf(to))
  // Whoever is at the office already has a ticket of this day, and cannot be sent to another one.
  if (!into || (into !== changed && before.status !== 'booked')) return undefined

  const visit = visitOnTheSpot(into.city, { ...before, channel: 'phone' })
  const placement = place(into.day, visit, to.start, nowAt(into))
  if (!placement.placed) return undefined
  const { placed: _, ...seat } = placement
  const after: BookingRecord = {
    ...{ ...before, ...seat, officeId: to.officeId, date: to.date },
    revision: before.revision + 1,
    changedAt: into.house.clock.instant(),
  }
  if (into === changed) {
    await updateBooking(into.trx, after)
    into.day = withBooking(into.day, after, into.turned.page)
  }
  if (into !== changed) await takePlaceAgain(into, after)
  await tellMoved(into.trx, into.city, before, after, why)
  return after
}
