import type { Minute } from '../calendar.ts'

/** Somebody in the order of calls, and how long a desk will need. */
export interface Expected {
  readonly bookingNumber: number
  readonly minutes: number
  /** Booked people count on their time and not on an earlier one. */
  readonly dueAt: Minute
}

/** What somebody who waits may be told. */
export interface WaitingTime {
  /** People who are called before. */
  readonly before: number
  /** Whole minutes from now, 0 or more; absent while no desk is at work. */
  readonly minutes?: number
}

/**
 * How long each of those who wait will probably wait: desks take them one by one in the order of calls, each as soon as
 * it is free.
 *
 * @param order        as they will be called
 * @param desksFreeAt  for each desk at work, when whoever sits there will be done; in the past if it is free
 * @returns            by booking number
 */
export function waitingTimes(
  order: readonly Expected[],
  desksFreeAt: readonly Minute[],
  now: Minute,
): ReadonlyMap<number, WaitingTime> {
  const desks = desksFreeAt.map(freeAt => Math.max(freeAt, now))
  const times = new Map<number, WaitingTime>()
  order.forEach((next, before) => {
    const desk = desks.indexOf(Math.min(...desks))
    if (desk === -1) return void times.set(next.bookingNumber, { before })

    const start = Math.max(desks[desk] ?? now, next.dueAt)
    desks[desk] = start + next.minutes
    times.set(next.bookingNumber, { before, minutes: Math.ceil(start - now) })
  })
  return times
}
