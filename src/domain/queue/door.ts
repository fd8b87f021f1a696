import type { Minute, Moment, OfficeDate } from '../calendar.ts'
import type { Booking } from '../booking/booking.ts'
import { isAtDesk, isPresent } from '../booking/transitions.ts'
import type { Status } from '../booking/status.ts'
import type { DayPlan } from '../capacity/day.ts'
import { pathUp } from '../capacity/zone-tree.ts'
import type { HeadCount } from './zone-heads.ts'
import { headsOnPath, weightsOnPath, type Weight } from './weight-on-path.ts'
import { lackOfRoom, type Lack } from './lack-of-room.ts'
import type { Heads } from './room-heads.ts'

/** A visit as a guard meets it. */
export interface DoorVisit extends Pick<Booking, 'number' | 'officeId' | 'date' | 'start' | 'status' | 'party'> {
  /** Of the desk that called it, or at which it is promised to be served. */
  readonly zoneId: string
  /** Came without a booking, or so late that it waits as those do. */
  readonly standby: boolean
  /** Counted since a desk has called it, and still expected at the door. */
  readonly awaited?: boolean
}

/** A way into a building, and where it leads: absent, to the whole building. */
export interface Door {
  readonly entrance: string
  readonly zoneId?: string
}

/** What is known at a door at one moment. */
export interface AtDoor {
  /** With the limits of now as they are in fact: clerks who have stayed keep their desks staffed. */
  readonly plan: DayPlan
  readonly now: Moment
  readonly heads: HeadCount
  /** Numbers of the visits that are counted as inside. */
  readonly inside: ReadonlySet<number>
  /** Visits promised for today, in whatever order. */
  readonly promised: readonly DoorVisit[]
  readonly door: Door
  /** Every door of the building. */
  readonly doors: readonly Door[]
}

/** What a guard is told. */
export type DoorAnswer =
  /** May come in. `over`: above a limit, because a guard said so. */
  | { readonly kind: 'enter'; readonly persons: number; readonly zoneId: string }
  | { readonly kind: 'wait-until'; readonly minute: Minute }
  /** So many persons must leave first; or the room that is left is kept for others who are due. */
  | ({ readonly kind: 'full' } & Lack)
  | { readonly kind: 'other-entrance'; readonly entrances: readonly string[] }
  | { readonly kind: 'wrong-office'; readonly officeId: string; readonly date: OfficeDate; readonly start: Minute }
  | { readonly kind: 'not-today'; readonly date: OfficeDate; readonly start: Minute }
  | { readonly kind: 'too-late'; readonly byMinutes: number }
  | { readonly kind: 'already-in'; readonly persons: number }
  /** Served, called off, or never confirmed. */
  | { readonly kind: 'over'; readonly status: Status }
  | { readonly kind: 'unknown' }

/** Whoever booked and may come in within so many minutes is waited for: standby does not get that place. */
export const soonMinutes = 5

/** May this visit come in through this door now? */
export function answerAtDoor(visit: DoorVisit | undefined, at: AtDoor): DoorAnswer {
  if (!visit) return { kind: 'unknown' }
  const { officeId, date, start, status, party } = visit
  if (officeId !== at.plan.officeId) return { kind: 'wrong-office', officeId, date, start }
  if (date !== at.now.date) return { kind: 'not-today', date, start }
  const isCounted = at.inside.has(visit.number)
  if (isCounted && !visit.awaited) return { kind: 'already-in', persons: party.persons }
  if (!isPresent(status) && status !== 'booked' && status !== 'no-show') return { kind: 'over', status }
  if (!leadsTo(at.door, at.plan, visit)) return { kind: 'other-entrance', entrances: entrancesTo(at, visit) }

  const byMinutes = at.now.minute - start
  if (status === 'no-show' || (status === 'booked' && byMinutes > at.plan.latestAfterMinutes))
    return { kind: 'too-late', byMinutes: Math.max(0, byMinutes) }
  if (at.now.minute < entersAt(at.plan, visit)) return { kind: 'wait-until', minute: entersAt(at.plan, visit) }

  const lack = isCounted
    ? undefined
    : lackOfRoom(at.plan, at.heads, enteringWeights(at.plan, visit), keptFrom(visit, at), at.now.minute)
  return lack ? { kind: 'full', ...lack } : { kind: 'enter', persons: party.persons, zoneId: entryZone(at.plan, visit) }
}

/** May so many people without a code come in through this door now? They are standby: what others are due is kept. */
export function answerForStandby(heads: Heads, at: AtDoor): DoorAnswer {
  const zoneId = zoneBehind(at)
  const lack = lackOfRoom(at.plan, at.heads, headsOnPath(at.plan, zoneId, heads), keptFor(at), at.now.minute)
  return lack ? { kind: 'full', ...lack } : { kind: 'enter', persons: heads.bodies, zoneId }
}

/** The zone that somebody without a code is in once they have come through a door. */
export function zoneBehind({ door, plan }: Pick<AtDoor, 'door' | 'plan'>): string {
  return door.zoneId ?? plan.zones[0]?.zone.id ?? ''
}

/** From when on a visit may come in. Whoever is called may at once. */
export function entersAt(plan: DayPlan, { start, status }: Pick<DoorVisit, 'start' | 'status'>): Minute {
  return isAtDesk(status) ? 0 : Math.max(0, start - plan.earlyEntryMinutes)
}

/** What a visit counts for once it has come in. */
export function enteringWeights(plan: DayPlan, visit: DoorVisit): Weight[] {
  return weightsOnPath(plan, entryZone(plan, visit), visit.party)
}

/** Visits that may come in now or soon and have not: the places they were promised are kept for them. */
export function dueNow({ plan, now, inside, promised }: AtDoor): DoorVisit[] {
  return promised.filter(visit => {
    if (inside.has(visit.number) || visit.standby || entersAt(plan, visit) > now.minute + soonMinutes) return false
    if (visit.status === 'booked') return now.minute <= visit.start + plan.latestAfterMinutes
    return visit.status === 'arrived' || visit.status === 'called'
  })
}

/** Whoever is called goes to the desk; others to where people wait for it, if there is such a place. */
function entryZone(plan: DayPlan, { status, zoneId }: DoorVisit): string {
  if (isAtDesk(status)) return zoneId
  return plan.zones.find(({ zone }) => zone.id === zoneId)?.zone.waitingZoneId ?? zoneId
}

function leadsTo({ zoneId }: Door, plan: DayPlan, visit: DoorVisit): boolean {
  if (zoneId === undefined) return true
  const zones = new Map(plan.zones.map(({ zone }) => [zone.id, zone]))
  return pathUp(zones, visit.zoneId).includes(zoneId) || pathUp(zones, entryZone(plan, visit)).includes(zoneId)
}

function entrancesTo({ plan, doors }: AtDoor, visit: DoorVisit): string[] {
  return [...new Set(doors.filter(door => leadsTo(door, plan, visit)).map(door => door.entrance))]
}

function keptFrom(visit: DoorVisit, at: AtDoor): Weight[] {
  return visit.standby ? keptFor(at) : []
}

/** What is kept for those who are due, zone by zone. */
export function keptFor(at: AtDoor): Weight[] {
  return dueNow(at).flatMap(visit => enteringWeights(at.plan, visit))
}
