import type { Knex } from 'knex'
import type { DayException } from '../../../domain/capacity/day.ts'
import type { DayKey } from '../../../repositories/change-day.ts'
import { cityOf } from '../../../repositories/city.ts'
import { notedExceptions, type NotedException } from '../../../repositories/day-exceptions.ts'
import { NotFound } from '../../errors.ts'
import type { House } from '../../house.ts'
import { minuteIn, timeZoneOf } from '../when.ts'

/** A change of a day that can still be taken back. */
export type ChangeMade = NotedException

/**
 * The changes of a day that can still be taken back: those whose time is not over, in the order in which they were made.
 *
 * @throws {NotFound} if there is no such office
 */
export async function changesInForce(house: House, day: DayKey): Promise<ChangeMade[]> {
  const now = house.clock.now(timeZoneOf(await cityOf(house.db), day.officeId))
  return (await notedExceptions(house.db, day)).filter(({ exception }) => !isOver(exception, minuteIn(day.date, now)))
}

/**
 * The exceptions of a day as a change would leave them, the new ones last.
 *
 * @param takeBack  number of an earlier change
 * @param now       the minute of this day: 0 before it, 1440 after it
 * @throws {NotFound} if that change is not in force any more
 */
export async function exceptionsAfter(
  db: Knex,
  day: DayKey,
  change: { readonly exceptions: readonly DayException[]; readonly takeBack?: number | undefined },
  now: number,
): Promise<DayException[]> {
  const noted = await notedExceptions(db, day)
  const gone = noted.find(({ number }) => number === change.takeBack)
  if (change.takeBack !== undefined && (!gone || isOver(gone.exception, now))) throw new NotFound('change')
  return [...noted.filter(each => each !== gone).map(({ exception }) => exception), ...change.exceptions]
}

function isOver(exception: DayException, now: number): boolean {
  const { to } = exception.kind === 'desk-staffed' ? exception.shift.span : exception.span
  return to <= now
}
