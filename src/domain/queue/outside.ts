import { answerAtDoor, keptFor, zoneBehind, type AtDoor, type DoorVisit } from './door.ts'
import { byCodeUnit } from '../text-order.ts'
import { headsOnPath } from './weight-on-path.ts'
import { lackOfRoom } from './lack-of-room.ts'

/** Somebody who is known to wait before the door. */
export interface Outside {
  readonly visit: DoorVisit
  /** UTC instant since which they wait. */
  readonly since: string
}

/**
 * In which order those who wait outside are called in: whoever a desk has called; then whoever booked, by the time
 * booked; then standby, as they came. Same input, same order.
 */
export function outsideOrder(outside: readonly Outside[]): Outside[] {
  return outside.toSorted(
    (one, other) =>
      rankOf(one.visit) - rankOf(other.visit) ||
      (one.visit.standby ? 0 : one.visit.start - other.visit.start) ||
      byCodeUnit(one.since, other.since) ||
      one.visit.number - other.visit.number,
  )
}

/** Whom to call in next: the first in that order who may come in now. Who does not fit is passed over and keeps the place. */
export function nextFromOutside(outside: readonly Outside[], at: AtDoor): Outside | undefined {
  return outsideOrder(outside).find(({ visit }) => answerAtDoor(visit, at).kind === 'enter')
}

/** More places than these are not counted: there are so many, or more. */
export const mostStandby = 20

/** How many people without a code may come in now, one by one, without taking what others were promised; at most `most`. */
export function standbyPlaces(at: AtDoor, most = mostStandby): number {
  const [kept, zoneId] = [keptFor(at), zoneBehind(at)]
  const fit = (persons: number) => {
    const added = headsOnPath(at.plan, zoneId, { counted: persons, bodies: persons })
    return lackOfRoom(at.plan, at.heads, added, kept, at.now.minute) === undefined
  }
  let places = 0
  while (places < most && fit(places + 1)) places += 1
  return places
}

function rankOf({ status, standby }: DoorVisit): number {
  if (status === 'called') return 0
  return standby ? 2 : 1
}
