import { answerAtDoor, entersAt, type DoorAnswer, type DoorVisit } from '../../domain/queue/door.ts'
import { tailOf } from '../../domain/staff/audit-note.ts'
import { lastSeen } from '../../repositories/days.ts'
import { lastWayOf } from '../../repositories/door-events.ts'
import { writeDoorParty } from '../../repositories/door-parties.ts'
import { onDayIfNeeded } from '../day/unturned.ts'
import type { Attendance } from '../desk/attendance.ts'
import { checkInHere } from '../desk/check-in.ts'
import type { House } from '../house.ts'
import { doorKey, doorVisitOf, type DoorPlace } from './door-place.ts'
import { tell, type DoorTold } from './door-told.ts'
import { foundByCode } from './found-by-code.ts'
import { letIn } from './let-in.ts'
import { onceAtDoor, onceAtDoorOf, seenAgain, type OpenDoor } from './once-at-door.ts'
import { isForced, type Said } from './said.ts'
import { codeIn } from './scanned-code.ts'

/**
 * Answers a guard who has scanned or typed a code: whether these people may come in now. If they may they are counted in
 * and checked in, in one change of the day. With a reason, or told late because the network was gone, they are in whatever
 * the limits say: reality is never refused, it shows in red. Of what was scanned only the code is kept.
 */
export async function scanAtDoor(house: House, place: DoorPlace, typed: string, said: Said): Promise<DoorTold> {
  const code = codeIn(typed)
  let mayCheckIn = true
  // What this process remembers of the day only says what to try first: the door alone, or the day with it.
  let tryDay = await looksExpected(house, place, code)
  for (;;) {
    const answer = await (tryDay ? checkInAtDoor(house, place, code, said) : askDoor(house, place, code, said, mayCheckIn))
    if (typeof answer !== 'string') return answer
    if (answer === 'no-place') mayCheckIn = false
    tryDay = answer === 'check-in'
  }
}

/** The answer of the door alone, or that they must be checked in. */
function askDoor(
  house: House,
  place: DoorPlace,
  code: string | undefined,
  said: Said,
  mayCheckIn: boolean,
): Promise<DoorTold | 'check-in'> {
  return onceAtDoor<DoorTold | 'check-in'>(house, place, said, async open => {
    const found = await foundByCode(open, code)
    if (mayCheckIn && checkInComesFirst(open, found)) return 'check-in'
    return answerTo(open, code, found)
  })
}

/**
 * Checks in and counts in, both or neither: the clerks learn that they have come, and who is too late gets a place among
 * those without a booking, if there is one. If nobody is to be checked in, or there is none, the day keeps its page.
 */
async function checkInAtDoor(
  house: House,
  place: DoorPlace,
  code: string | undefined,
  said: Said,
): Promise<DoorTold | 'ask-door' | 'no-place'> {
  const { key } = await doorKey(house, place)
  return onDayIfNeeded<DoorTold | 'ask-door' | 'no-place'>(house, key, async (day, unturned) => {
    const answer = await onceAtDoorOf(day, place, said, async open => {
      const found = await foundByCode(open, code)
      if (!found || !checkInComesFirst(open, found)) return 'ask-door'
      const came = await checkInHere(day, found, true)
      if (came.kind !== 'checked-in') return 'no-place'
      return { counted: await answerTo(await seenAgain(open, day), code, came.visit) }
    })
    return typeof answer === 'object' && 'counted' in answer ? answer.counted : unturned(answer)
  })
}

/** Whether the booking, as this process saw it last, is one that would be checked in now. */
async function looksExpected(house: House, place: DoorPlace, code: string | undefined): Promise<boolean> {
  const { key, now } = await doorKey(house, place)
  const day = lastSeen(house.db, key)
  const booking = day?.bookings.find(each => each.reference === code)
  return day !== undefined && booking?.status === 'booked' && now.minute >= entersAt(day.plan, booking)
}

function checkInComesFirst({ at, setting, said }: OpenDoor, found: Attendance | undefined): boolean {
  const [visit] = found ? doorVisitOf(setting.city, found.booking, found.ticket) : []
  if (visit?.status !== 'booked' && visit?.status !== 'no-show') return false
  const answer = answerAtDoor(visit, at)
  return answer.kind === 'enter' || answer.kind === 'too-late' || (isForced(said) && isForcible(answer))
}

async function answerTo(open: OpenDoor, code: string | undefined, found: Attendance | undefined): Promise<DoorTold> {
  const { trx, turned, at, parties, done, said } = open
  const visit = found && (await visitAtDoor(open, found))
  const answer = answerAtDoor(visit, at)
  if (visit && (answer.kind === 'enter' || (isForced(said) && isForcible(answer))))
    return letIn(open, visit, answer, labelOf(found))

  if (visit && (answer.kind === 'full' || answer.kind === 'wait-until') && !parties.has(visit.number))
    await writeDoorParty(trx, turned, { bookingNumber: visit.number, weights: [], since: done.at })
  const again = code !== undefined && (isForcible(answer) || answer.kind === 'already-in') && { again: code }
  const noted = found && { bookingNumber: found.booking.number }
  return tell(open, { ...answer, ...labelOf(found), ...again }, { kind: 'refused', ...noted })
}

/** The visit as the guard meets it: whoever was called while outdoors is counted already, and comes in now. */
async function visitAtDoor({ trx, turned, at, setting }: OpenDoor, found: Attendance): Promise<DoorVisit | undefined> {
  const [visit] = doorVisitOf(setting.city, found.booking, found.ticket)
  if (!visit || (visit.status !== 'called' && visit.status !== 'serving') || !at.inside.has(visit.number)) return visit
  return { ...visit, awaited: (await lastWayOf(trx, turned, visit.number)) !== 'enter' }
}

/** Answers against which a guard may let somebody in all the same. */
function isForcible({ kind }: DoorAnswer): boolean {
  return kind === 'full' || kind === 'wait-until' || kind === 'other-entrance' || kind === 'too-late'
}

function labelOf(found: Attendance | undefined): { label?: string } {
  return found ? { label: found.ticket?.code ?? `…${tailOf(found.booking.reference)}` } : {}
}
