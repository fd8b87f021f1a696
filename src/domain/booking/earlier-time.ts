import { minutesBetween, type OfficeDate } from '../calendar.ts'
import type { Booking } from './booking.ts'
import type { VisitPlace } from './office-change.ts'

/** At which offices somebody wants an earlier time: only where the visit is booked, or at any that does the matter. */
export const waitingScopes = ['office', 'any'] as const
export type WaitingScope = (typeof waitingScopes)[number]

/** A free start, with how many parties could have it. */
export interface FreePlace extends VisitPlace {
  readonly places: number
}

/** A time that is earlier by less than this is not worth a letter. */
export const leastGainMinutes = 60

/**
 * The soonest free times that are worth telling somebody of, for whom no other was told of them.
 *
 * @param free        in any order
 * @param until       the last date that is wanted
 * @param othersTold  by `placeKey`: how many others were told of a time just now, and have the first claim to it
 */
export function earlierTimes(
  booking: Pick<Booking, 'date' | 'start'>,
  free: readonly FreePlace[],
  until: OfficeDate,
  othersTold: ReadonlyMap<string, number>,
  most: number,
): FreePlace[] {
  const booked = { date: booking.date, minute: booking.start }
  return free
    .filter(({ date, start }) => date <= until && minutesBetween({ date, minute: start }, booked) >= leastGainMinutes)
    .filter(place => place.places > (othersTold.get(placeKey(place)) ?? 0))
    .toSorted((one, other) => one.date.localeCompare(other.date) || one.start - other.start)
    .slice(0, most)
}

/** The one name of a place in maps. */
export function placeKey({ officeId, date, start }: VisitPlace): string {
  return `${officeId} ${date} ${start}`
}
