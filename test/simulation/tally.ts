import type { Minute } from '../../src/domain/calendar.ts'
import type { City } from '../../src/domain/city.ts'
import type { Party } from '../../src/domain/booking/booking.ts'
import type { DayPlan } from '../../src/domain/capacity/day.ts'

/** Who is at which desk by what the program has answered, and what that comes to in every room. It shares no code with it. */
export interface Tally {
  readonly city: City
  /** By desk: the number of the booking it has called or serves. */
  readonly atDesk: Map<string, number>
  readonly parties: Map<number, Party>
  /** By zone: the most heads, the limit then, and minutes in which a limit that had fallen was exceeded. */
  readonly rooms: Map<string, RoomTally>
}

export interface RoomTally {
  most: number
  limitThen: number
  lowestLimit: number
  minutesAbove: number
}

const noLimit = 2_147_483_647

export function aTally(city: City): Tally {
  return { city, atDesk: new Map(), parties: new Map(), rooms: new Map() }
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
export function headsAt(tally: Tally, plan: DayPlan, zoneId: string): number {
  let heads = 0
  for (const [deskId, number] of tally.atDesk) {
    const desk = tally.city.desks.find(each => each.id === deskId)
    if (desk && pathOf(tally.city, desk.zoneId).includes(zoneId))
      heads += countedIn(plan, zoneId, tally.parties.get(number) as Party)
  }
  return heads
}

/**
 * Looks at every room at the end of a minute. Where somebody was called in this minute nobody may be above the limit; a
 * limit that falls beneath those who are served (the end of a shift, an ill clerk) is noted and is no fault.
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
  calledTo: ReadonlySet<string>,
): string[] {
  const wrong: string[] = []
  const entered = new Set([...calledTo].flatMap(deskId => pathOf(tally.city, deskOf(tally.city, deskId).zoneId)))
  for (const { zone } of plan.zones) {
    const heads = headsAt(tally, plan, zone.id)
    const limit = limitOf(plan, zone.id, minute)
    note(tally, zone.id, heads, limit)
    if (!entered.has(zone.id) || heads <= Math.max(limit, limitOf(before, zone.id, minute))) continue
    const atMost = inFact(zone.id)
    if (heads > atMost) wrong.push(`${zone.id} holds ${heads}, its limit is ${atMost}, after a call`)
  }
  return wrong
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
