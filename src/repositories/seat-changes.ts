import type { Knex } from 'knex'
import type { Booking } from '../domain/booking/booking.ts'
import type { Stay } from '../domain/capacity/day.ts'
import type { DayKey } from './change-day.ts'
import { claimTicks, releaseTicks } from './ledger.ts'

type Claimed = Pick<Booking, 'number' | 'deskId' | 'start' | 'deskUntil' | 'presence'>

/**
 * Moves a booking's claim from one seat to another. Where only the end differs, only the difference is moved, so that
 * what was excused stays excused for the rest.
 *
 * @throws {LedgerRefused} if the ledger does not hold the new seat
 */
export async function moveTicks(trx: Knex, day: DayKey, before: Claimed, after: Claimed): Promise<void> {
  if (before.deskId !== after.deskId || before.start !== after.start) {
    await releaseTicks(trx, day, before)
    return claimTicks(trx, day, after)
  }
  if (after.deskUntil > before.deskUntil) return claimTicks(trx, day, restOf(after, before))
  if (after.deskUntil < before.deskUntil) await releaseRest(trx, day, before, after)
}

/** Frees what a seat loses at its end: the desk's ticks from there on, and the stays after it. */
async function releaseRest(trx: Knex, day: DayKey, before: Claimed, after: Claimed) {
  await releaseTicks(trx, day, restOf(before, after))
  await trx('desk_ticks')
    .where({ office_id: day.officeId, date: day.date, desk_id: after.deskId })
    .where('tick', '>=', after.start)
    .where('tick', '<', after.deskUntil)
    .update({ booking_number: after.number })
}

/** What the longer of two seats holds beyond the shorter one. */
function restOf(longer: Claimed, shorter: Claimed): Claimed {
  const presence = longer.presence
    .map((stay): Stay => ({ ...stay, from: shorter.presence.find(other => other.zoneId === stay.zoneId)?.to ?? stay.from }))
    .filter(stay => stay.from < stay.to)
  return { ...longer, start: shorter.deskUntil, presence }
}
