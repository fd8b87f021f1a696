import type { Knex } from 'knex'
import type { Minute } from '../../src/domain/calendar.ts'
import { insertDevice } from '../../src/repositories/devices.ts'
import type { DoorPlace } from '../../src/use-cases/entrance/door-place.ts'
import type { DoorTold } from '../../src/use-cases/entrance/door-told.ts'
import { between, streamOf } from './draw.ts'
import { ask, fault, type Play, type Visitor } from './play.ts'
import { countedIn, limitOf, pathOf } from './tally.ts'

/** Two doors with a guard each, and who is inside by what the guards were answered and saw. */
export interface Doors {
  readonly places: readonly DoorPlace[]
  readonly root: string
  /** In which zone each party is. */
  readonly where: Map<Visitor, string>
  readonly strangers: Stranger[]
  /** Zones that somebody was let into in this minute. */
  readonly entered: Set<string>
  /** Who came by a code in this minute. */
  readonly cameIn: Set<Visitor>
  readonly figures: DoorFigures
}

/** What the doors saw. */
export interface DoorFigures {
  people: number
  enter: number
  wait: number
  full: number
  wentAway: number
  checked: number
  most: Record<string, number>
}

/** Somebody without a code: with a letter for the drop-box. */
interface Stranger {
  comesAt: Minute
  readonly stays: Minute
  readonly door: number
  inside: boolean
  tries: number
}

interface Heads {
  counted: number
  bodies: number
}

/** Puts a guard at each of two doors, and lets so many people without a code come over the day. */
export async function addDoors(db: Knex, play: Play, strangers: number): Promise<Doors> {
  const places: DoorPlace[] = []
  for (const entrance of ['od ulicy', 'od podwórza']) {
    const addedAt = '2020-05-01T08:00:00.000Z'
    const guard = { officeId: play.day.officeId, kind: 'guard', name: entrance, entrance, countsExits: true, addedAt } as const
    places.push({ officeId: play.day.officeId, entrance, number: await insertDevice(db, guard) })
  }
  const opens = play.plan.hours[0]!.from
  const closes = play.plan.hours.at(-1)!.to
  return {
    ...{ places, root: play.plan.zones[0]!.zone.id, where: new Map(), entered: new Set<string>(), cameIn: new Set<Visitor>() },
    strangers: Array.from({ length: strangers }, (_, id) => {
      const draw = streamOf(play.seed, 'stranger', id)
      return { comesAt: between(draw, opens, closes - 20), stays: between(draw, 4, 15), door: id % 2, inside: false, tries: 0 }
    }),
    figures: { people: 0, enter: 0, wait: 0, full: 0, wentAway: 0, checked: 0, most: {} },
  }
}

/** Somebody with a code is at a door. Some guards scan twice: the same scan reaches two processes. */
export function comesToDoor(play: Play, doors: Doors, visitor: Visitor): void {
  const door = visitor.resident.id % 2
  const eventId = `scan-${visitor.resident.id}-${play.minute}`
  const scans = visitor.resident.habit === 'presses-twice' ? 2 : 1
  for (let nth = 0; nth < scans; nth += 1) {
    const by = { place: doors.places[door]!, code: visitor.reference!, eventId }
    ask(play, 'scan', by, told => settleScan(play, doors, visitor, told, nth), { at: door + nth })
  }
}

function settleScan(play: Play, doors: Doors, visitor: Visitor, told: DoorTold, nth: number) {
  if (nth > 0) return
  if (visitor.standing === 'over') {
    // They were let in, and learned in the same minute that their visit is called off.
    if (told.kind === 'enter') doors.where.set(visitor, doors.root)
    visitor.inside = told.kind === 'enter'
    return
  }
  // Those whose number is a ticket's are checked in; the ticket is read at the kiosk.
  if (told.label !== undefined && !told.label.startsWith('…')) hasTicket(play, visitor)
  if (told.kind === 'wait-until') {
    doors.figures.wait += 1
    visitor.comesAt = Math.max(play.minute + 1, told.minute)
  } else if (told.kind === 'full') {
    doors.figures.full += 1
    visitor.comesAt = play.minute + 1
  } else if (told.kind === 'too-late') visitor.cameTooLate = true
  else if (told.kind === 'enter') {
    doors.figures.enter += 1
    doors.where.set(visitor, told.zoneId)
    for (const zoneId of pathOf(play.city, told.zoneId)) doors.entered.add(zoneId)
    doors.cameIn.add(visitor)
    hasTicket(play, visitor)
    comesIn(doors, visitor)
  } else if (!play.changing) fault(play, `${visitor.number} was told ${told.kind} at the door`)
}

function comesIn(doors: Doors, visitor: Visitor) {
  visitor.inside = true
  doors.figures.people += visitor.party.persons
}

function hasTicket(play: Play, visitor: Visitor) {
  visitor.readsTicketAt ??= play.minute + 1
  if (visitor.standing !== 'away') return
  visitor.standing = 'waiting'
  visitor.arrivedAt ??= play.minute
  delete visitor.markedMissing
}

/** Lets those without a code in and out, and those who are done out. */
export function doorsAct(play: Play, doors: Doors | undefined): void {
  if (!doors) return
  for (const [id, stranger] of doors.strangers.entries()) if (stranger.comesAt === play.minute) passes(play, doors, stranger, id)
  for (const visitor of doors.where.keys()) if (visitor.leavesAt === play.minute) goesOut(play, doors, visitor)
}

function passes(play: Play, doors: Doors, stranger: Stranger, id: number) {
  const place = doors.places[(stranger.door + Number(stranger.inside)) % 2]!
  const by = { place, heads: { counted: 1, bodies: 1 }, eventId: `stranger-${id}-${play.minute}` }
  if (stranger.inside) return ask(play, 'count-out', by, () => (stranger.inside = false), { at: stranger.door + 1 })
  ask(
    play,
    'count-in',
    by,
    told => {
      stranger.tries += 1
      if (told.kind === 'counted-in') {
        doors.figures.people += 1
        doors.entered.add(doors.root)
        Object.assign(stranger, { inside: true, comesAt: play.minute + stranger.stays })
      } else if (stranger.tries < 5) stranger.comesAt = play.minute + 3
      else doors.figures.wentAway += 1
      if (told.kind === 'full') doors.figures.full += 1
    },
    { at: stranger.door },
  )
}

/** Most show their code again; some just go, and the guard presses the key once for each of them. */
function goesOut(play: Play, doors: Doors, visitor: Visitor) {
  const place = doors.places[(visitor.resident.id + 1) % 2]!
  const eventId = `out-${visitor.resident.id}`
  const at = visitor.resident.id + 1
  const { persons } = visitor.party
  if (visitor.resident.id % 5 === 0 && countedIn(play.plan, doors.root, visitor.party) === persons)
    return ask(
      play,
      'count-out',
      { place, heads: { counted: persons, bodies: persons }, eventId },
      () => doors.where.delete(visitor),
      { at },
    )
  ask(
    play,
    'go-out',
    { place, code: visitor.reference!, eventId },
    told => {
      if (told.kind !== 'left') fault(play, `${visitor.number} was told ${told.kind} on the way out`)
      doors.where.delete(visitor)
    },
    { at },
  )
}

/**
 * Where everybody is at the end of a minute: at a desk, where they were, or, once they are done, in the building on their
 * way out. And nobody was let in above a limit, whatever calls into the rooms have done meanwhile.
 *
 * @param inFact  a zone's limit with every desk staffed at which somebody is, as the guard reckons it
 */
export function followDoors(play: Play, doors: Doors | undefined, inFact: (zoneId: string) => number): void {
  if (!doors) return
  const called = new Map<string, number>()
  const atDesks = new Map([...play.tally.atDesk].map(([deskId, number]) => [number, deskId]))
  for (const visitor of play.visitors) {
    const deskId = visitor.number === undefined ? undefined : atDesks.get(visitor.number)
    const zoneId = play.city.desks.find(desk => desk.id === deskId)?.zoneId
    const cameIn = doors.cameIn.has(visitor)
    if (zoneId !== undefined && (cameIn || doors.where.get(visitor) !== zoneId)) {
      // Whoever came in and was called in the same minute may have been called first, from outdoors.
      const was = cameIn ? [] : pathOf(play.city, doors.where.get(visitor) ?? '')
      for (const id of pathOf(play.city, zoneId).filter(each => !was.includes(each)))
        called.set(id, (called.get(id) ?? 0) + countedIn(play.plan, id, visitor.party))
      doors.where.set(visitor, zoneId)
    }
    if (zoneId !== undefined || !doors.where.has(visitor)) continue
    if (visitor.standing === 'over' && visitor.leavesAt === undefined) leavesSoon(play, doors, visitor)
    if (visitor.standing === 'over' || visitor.standing === 'serving' || visitor.mustBeFound)
      if (doors.where.has(visitor)) doors.where.set(visitor, doors.root)
  }
  for (const { zone } of play.plan.zones) {
    const { counted } = headsBy(play, doors, zone.id)
    doors.figures.most[zone.id] = Math.max(doors.figures.most[zone.id] ?? 0, counted)
    if (!doors.entered.has(zone.id)) continue
    // A limit that falls in this minute (somebody is ill) may have fallen after they were let in.
    const planned = Math.max(limitOf(play.plan, zone.id, play.minute), limitOf(play.planBefore, zone.id, play.minute))
    const others = called.get(zone.id) ?? 0
    if (counted <= planned + others) continue
    const limit = Math.max(planned, inFact(zone.id)) + others
    if (counted > limit) fault(play, `${zone.id} holds ${counted} after somebody was let in, its limit is ${limit}`)
  }
  doors.entered.clear()
  doors.cameIn.clear()
}

/** Those who were called and never came in are not inside, whatever the desks thought. */
function leavesSoon(play: Play, doors: Doors, visitor: Visitor) {
  if (visitor.inside) visitor.leavesAt = play.minute + 1 + (visitor.resident.id % 3)
  else doors.where.delete(visitor)
}

/** Asks the program for its count, and compares it with ours, head by head. */
export function compareHeads(play: Play, doors: Doors | undefined): void {
  if (!doors) return
  ask(play, 'heads', {}, ({ count, parties }) => {
    doors.figures.checked += 1
    let differs = false
    for (const { zone } of play.plan.zones) {
      const ours = headsBy(play, doors, zone.id)
      const theirs = count.get(zone.id) ?? { counted: 0, bodies: 0 }
      if (ours.counted !== theirs.counted || ours.bodies !== theirs.bodies) {
        differs = true
        fault(play, `${zone.id} holds ${ours.counted} (${ours.bodies}), and not ${theirs.counted} (${theirs.bodies})`)
      }
    }
    if (differs) for (const visitor of play.visitors) sayWhere(play, doors, visitor, parties)
  })
}

function sayWhere(play: Play, doors: Doors, visitor: Visitor, parties: ReadonlyMap<number, string | undefined>) {
  const { number = 0, standing, ends, inside = false } = visitor
  const [ours, theirs] = [doors.where.get(visitor), parties.get(number)]
  // Whoever went out without a code is still known by it, and counts no more.
  const gone = ours === undefined && theirs === doors.root && visitor.leavesAt !== undefined
  if (ours !== theirs && !gone)
    fault(play, `${number} is ${standing} ${ends.join()} (inside: ${inside}) in ${ours}, and not in ${theirs}`)
}

function headsBy(play: Play, doors: Doors, zoneId: string): Heads {
  const strangers = zoneId === doors.root ? doors.strangers.filter(({ inside }) => inside).length : 0
  const heads = { counted: strangers, bodies: strangers }
  for (const [{ party }, where] of doors.where) {
    if (!pathOf(play.city, where).includes(zoneId)) continue
    heads.counted += countedIn(play.plan, zoneId, party)
    heads.bodies += party.persons
  }
  return heads
}

/** Whether somebody is still in the building. */
export function stillInside(doors: Doors | undefined): boolean {
  return doors !== undefined && (doors.where.size > 0 || doors.strangers.some(({ inside }) => inside))
}
