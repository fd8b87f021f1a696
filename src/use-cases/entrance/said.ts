import type { Minute } from '../../domain/calendar.ts'
import { momentOf } from '../../time.ts'
import type { House } from '../house.ts'
import { minuteOn, type DoorSetting } from './door-place.ts'

/** What a screen says with whatever was done on it. */
export interface Said {
  /** Its own name for what was done: sent twice, it is counted once and answered the same. */
  readonly eventId: string
  /** UTC instant at which it was done, if it comes late because the network was gone: then it is not asked but told. */
  readonly doneAt?: string
  /** Why somebody is let in although the answer was no. */
  readonly reason?: string
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

/** Whether it is told rather than asked. */
export function isForced({ reason, doneAt: late }: Said): boolean {
  return reason !== undefined || late !== undefined
}

/** Why somebody was let in: what the guard said, or that there was no network to ask by. */
export function reasonOf({ reason }: Said): string {
  return reason?.slice(0, 200) ?? 'offline'
}
