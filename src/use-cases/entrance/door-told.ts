import type { Knex } from 'knex'
import type { Minute } from '../../domain/calendar.ts'
import type { DoorAnswer } from '../../domain/queue/door.ts'
import { doorEvent, forgetRefusal, insertDoorEvent, type DoorEvent } from '../../repositories/door-events.ts'
import type { DayKey } from '../../repositories/change-day.ts'
import { momentOf } from '../../time.ts'
import type { House } from '../house.ts'
import { minuteOn, type DoorPlace, type DoorSetting } from './door-place.ts'

/** What a screen says with whatever was done on it. */
export interface Said {
  /** Its own name for what was done: sent twice, it is counted once and answered the same. */
  readonly eventId: string
  /** UTC instant at which it was done, if it comes late because the network was gone: then it is not asked but told. */
  readonly doneAt?: string
  /** Why somebody is let in although the answer was no. */
  readonly reason?: string
}

/** What the guard is told; `counted` is what was done when nothing was asked. */
export type DoorTold = (
  | DoorAnswer
  | { readonly kind: 'counted-in' | 'counted-out' | 'left'; readonly persons: number }
  | { readonly kind: 'recounted'; readonly zoneId: string; readonly persons: number }
  | { readonly kind: 'not-in' }
) & {
  /** How those at the door are called: the ticket's code, or the end of the reference. No name, no matter. */
  readonly label?: string
  /** What was typed or scanned, to be asked again with a reason, or to let them leave. Only where that can be. */
  readonly again?: string
  /** Let in although the answer was no. */
  readonly overLimit?: boolean
}

/** When something was done: now, or when the screen says, if that was today. */
export interface DoneAt {
  readonly at: string
  readonly minute: Minute
}

/** The time of what a screen says; never in the future. */
export function doneAt(house: House, { now, key, timeZone }: DoorSetting, said: Said): DoneAt {
  const instant = house.clock.instant()
  const { doneAt: told } = said
  if (told === undefined || told > instant) return { at: instant, minute: now.minute }
  return { at: told, minute: minuteOn(key.date, momentOf(told, timeZone), now.minute) }
}

/**
 * What this event was answered when it came the first time. Told late, it has been done: a "no" that was lost on its way
 * counts for nothing then, and is forgotten.
 */
export async function toldBefore(trx: Knex, key: DayKey, said: Said): Promise<DoorTold | undefined> {
  const before = await doorEvent<DoorTold>(trx, key, said.eventId)
  if (before?.kind !== 'refused' || said.doneAt === undefined) return before?.answer
  await forgetRefusal(trx, key, said.eventId)
  return undefined
}

/** Notes an event with its answer, and answers it. */
export async function tell(
  trx: Knex,
  { key }: DoorSetting,
  place: DoorPlace,
  said: Said,
  done: DoneAt,
  told: DoorTold,
  event: Pick<DoorEvent, 'kind'> & Partial<DoorEvent>,
): Promise<DoorTold> {
  await insertDoorEvent(trx, key, {
    ...{ eventId: said.eventId, at: done.at, atMinute: done.minute, entrance: place.entrance, deviceNumber: place.number },
    ...{ persons: 0, counted: 0, overLimit: false, answer: told },
    ...event,
  })
  return told
}
