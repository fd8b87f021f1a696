import type { Minute, Span } from '../../src/domain/calendar.ts'
import type { City, Zone } from '../../src/domain/city.ts'
import type { Party } from '../../src/domain/booking/booking.ts'
import type { DayPlan } from '../../src/domain/capacity/day.ts'

/** Who is at which desk by what the program has answered, and what that comes to in every room. It shares no code with it. */
export interface Tally {
  readonly city: City
  /** By desk: the number of the booking it has called or serves. */
  readonly atDesk: Map<string, number>
  readonly parties: Map<number, Party>
  /** Who was taken for gone and turned out, in this minute, to be served still: a call may have gone before that was known. */
  readonly stillThere: Set<number>
  /** By zone: the most heads, the limit then, and minutes in which a limit that had fallen was exceeded. */
  readonly rooms: Map<string, RoomTally>
  /** Calls after the last shift of a room for which too few clerks had stayed, and which are right all the same. */
  afterHours: number
}

export interface RoomTally {
  most: number
  limitThen: number
  lowestLimit: number
  minutesAbove: number
}

const noLimit = 2_147_483_647

export function aTally(city: City): Tally {
  return { city, atDesk: new Map(), parties: new Map(), stillThere: new Set(), rooms: new Map(), afterHours: 0 }
}

/** Somebody is called to a desk. @returns what is wrong about it */
export function sitsDown(tally: Tally, deskId: string, number: number, party: Party): string[] {
  const wrong: string[] = []
  const other = tally.atDesk.get(deskId)
  if (other !== undefined && other !== number) wrong.push(`${deskId} has ${other} and called ${number}`)
  for (const [desk, someone] of tally.atDesk)
    if (someone === number && desk !== deskId) wrong.push(`${number} was called to ${deskId} and is at ${desk}`)
  tally.atDesk.set(deskId, number)
  tally.parties.set(number, party)
  return wrong
}

/** Somebody has left the desk. */
export function standsUp(tally: Tally, number: number): void {
  for (const [desk, someone] of tally.atDesk) if (someone === number) tally.atDesk.delete(desk)
}

/** Heads that count against the limit of a zone: those called and served at desks in it. */
export function headsAt(tally: Tally, plan: DayPlan, zoneId: string, atDesk: Iterable<[string, number]> = tally.atDesk): number {
  let heads = 0
  for (const [deskId, number] of atDesk) {
    const desk = tally.city.desks.find(each => each.id === deskId)
    if (desk && pathOf(tally.city, desk.zoneId).includes(zoneId))
      heads += countedIn(plan, zoneId, tally.parties.get(number) as Party)
  }
  return heads
}

/**
 * Looks at every room at the end of a minute. Where somebody was called in this minute nobody may be above the limit; a
 * limit that falls beneath those who are served (the end of a shift, an ill clerk) is noted and is no fault, and neither is
 * somebody who was taken for gone too early.
 *
 * @param before   the limits of the minute before, by which a call may have gone
 * @param inFact   a zone's limit with every desk staffed at which somebody is: a clerk who stays keeps it so
 */
export function lookIntoRooms(
  tally: Tally,
  plan: DayPlan,
  before: DayPlan,
  inFact: (zoneId: string) => number,
  minute: Minute,
  calledTo: ReadonlyMap<string, number>,
): string[] {
  const wrong: string[] = []
  const known = [...tally.atDesk].filter(([, number]) => !tally.stillThere.has(number))
  const entered = new Set([...calledTo.keys()].flatMap(deskId => pathOf(tally.city, deskOf(tally.city, deskId).zoneId)))
  for (const { zone } of plan.zones) {
    const limit = limitOf(plan, zone.id, minute)
    note(tally, zone.id, headsAt(tally, plan, zone.id), limit)
    const heads = headsAt(tally, plan, zone.id, known)
    if (!entered.has(zone.id) || heads <= Math.max(limit, limitOf(before, zone.id, minute))) continue
    const atMost = inFact(zone.id)
    if (heads > atMost && !isServedAfterHours(tally, plan, zone, minute, atMost))
      wrong.push(`${zone.id} holds ${heads}, its limit is ${atMost}, after a call`)
  }
  return wrong
}

/**
 * Once every shift of a room has ended, a party of which clerks too few have stayed is called when it has the room to
 * itself; and where people wait in the room itself, they are in it already. An aired room is never entered.
 */
function isServedAfterHours(tally: Tally, plan: DayPlan, zone: Zone, minute: Minute, atMost: number): boolean {
  const goesOn = plan.shifts.some(({ deskId, span }) => isAt(plan, span, minute) && isIn(tally, deskId, zone.id))
  if (goesOn || atMost === 0) return false
  const here = [...tally.atDesk.keys()].filter(deskId => isIn(tally, deskId, zone.id))
  const waitInside = plan.earlyEntryMinutes > 0 && !here.some(deskId => isWaitedFor(tally, deskId, zone.id))
  if (here.length > 1 && !waitInside) return false
  tally.afterHours += 1
  return true
}

function isIn(tally: Tally, deskId: string, zoneId: string): boolean {
  return pathOf(tally.city, deskOf(tally.city, deskId).zoneId).includes(zoneId)
}

/** From the minute on in which people may come in for the first visit of a shift. */
function isAt({ earlyEntryMinutes }: DayPlan, { from, to }: Span, minute: Minute): boolean {
  return from - earlyEntryMinutes <= minute && minute < to
}

/** Whether those who are called to a desk wait outside a zone that it is in. */
function isWaitedFor({ city }: Tally, deskId: string, zoneId: string): boolean {
  const waitingZoneId = city.zones.find(({ id }) => id === deskOf(city, deskId).zoneId)?.waitingZoneId
  return waitingZoneId !== undefined && !pathOf(city, waitingZoneId).includes(zoneId)
}

/** Counted persons of a party in a zone, by the companions that its rules exempt. */
export function countedIn(plan: DayPlan, zoneId: string, { persons, companions }: Party): number {
  const limits = plan.zones.find(({ zone }) => zone.id === zoneId)
  let counted = persons
  for (const [kind, many] of Object.entries(companions)) counted -= Math.min(many, limits?.exempt.get(kind) ?? 0)
  return Math.max(0, counted)
}

/** The sanitary limit of a zone at a minute. */
export function limitOf(plan: DayPlan, zoneId: string, minute: Minute): number {
  const limits = plan.zones.find(({ zone }) => zone.id === zoneId)
  return limits?.counted[Math.floor(minute / 5)] ?? noLimit
}

/** A zone and every zone around it. */
export function pathOf(city: City, zoneId: string): string[] {
  const zone = city.zones.find(each => each.id === zoneId)
  return [zoneId, ...(zone?.parentId === undefined ? [] : pathOf(city, zone.parentId))]
}

function deskOf(city: City, deskId: string) {
  return city.desks.find(each => each.id === deskId)!
}

function note(tally: Tally, zoneId: string, heads: number, limit: number) {
  const room = tally.rooms.get(zoneId) ?? { most: 0, limitThen: limit, lowestLimit: limit, minutesAbove: 0 }
  if (heads > room.most) Object.assign(room, { most: heads, limitThen: limit })
  if (heads > limit) room.minutesAbove += 1
  room.lowestLimit = Math.min(room.lowestLimit, limit)
  tally.rooms.set(zoneId, room)
}
