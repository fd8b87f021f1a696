import type { Knex } from 'knex'
import { answerAtDoor, enteringWeights, type DoorAnswer } from '../../domain/queue/door.ts'
import { moved } from '../../domain/queue/head-count.ts'
import { tailOf } from '../../domain/staff/audit-note.ts'
import { bookingByNumber } from '../../repositories/bookings.ts'
import { changeDoor, type DoorTurned } from '../../repositories/change-door.ts'
import { writeDoorParty } from '../../repositories/door-parties.ts'
import type { Attendance } from '../desk/attendance.ts'
import { checkIn } from '../desk/check-in.ts'
import { findVisit } from '../desk/find-visit.ts'
import type { House } from '../house.ts'
import { doorNow, doorSetting, doorVisitOf, type DoorNow, type DoorPlace, type DoorSetting } from './door-place.ts'
import { doneAt, tell, toldBefore, type DoorTold, type Said } from './door-told.ts'
import { scannedCode } from './scanned-code.ts'
import { writeCount } from './write-count.ts'

/**
 * Answers a guard who has scanned or typed a code: whether these people may come in now. If they may they are counted in
 * and checked in, at once. With a reason, or told late because the network was gone, they are in whatever the limits
 * say: reality is never refused, it shows in red.
 */
export async function scanAtDoor(house: House, place: DoorPlace, typed: string, said: Said): Promise<DoorTold> {
  const setting = await doorSetting(house, place)
  const visit = await findVisit(house, setting.key, scannedCode(typed))
  const first = await askDoor(house, setting, place, typed, visit, said, true)
  if (first !== 'check-in-first' || !visit) return first as DoorTold

  // The clerks learn that they have come, and who is too late gets a place among those without a booking, if there is one.
  await checkIn(house, place.officeId, visit.booking.number, { anyway: true })
  const now = await doorSetting(house, place)
  const arrived = (await findVisit(house, setting.key, visit.booking.reference)) ?? visit
  return (await askDoor(house, now, place, typed, arrived, said, false)) as DoorTold
}

function askDoor(
  house: House,
  setting: DoorSetting,
  place: DoorPlace,
  typed: string,
  found: Attendance | undefined,
  said: Said,
  mayCheckIn: boolean,
): Promise<DoorTold | 'check-in-first'> {
  return changeDoor(house.db, setting.key, async (trx, turned) => {
    const before = await toldBefore(trx, setting.key, said)
    if (before) return before

    const here = await doorNow(trx, setting)
    const visit = found && (await visitNow(trx, setting, found))
    const answer = answerAtDoor(visit, here.at)
    const comesIn = answer.kind === 'enter' || (isForced(said) && isForcible(answer))
    const waitsForCheckIn = visit?.status === 'booked' || visit?.status === 'no-show'
    if (mayCheckIn && waitsForCheckIn && (comesIn || answer.kind === 'too-late')) return 'check-in-first'
    if (visit && comesIn) return letIn(house, trx, turned, { setting, here, place, visit, found, said, answer })

    const done = doneAt(house, setting, said)
    const noted = found && { bookingNumber: found.booking.number }
    if (visit && (answer.kind === 'full' || answer.kind === 'wait-until') && !here.parties.has(visit.number))
      await writeDoorParty(trx, turned, { bookingNumber: visit.number, weights: [], since: done.at })
    const again = isForcible(answer) || answer.kind === 'already-in' ? { again: typed.slice(0, 100) } : {}
    return tell(trx, setting, place, said, done, { ...answer, ...labelOf(found), ...again }, { kind: 'refused', ...noted })
  })
}

interface Entry {
  readonly setting: DoorSetting
  readonly here: DoorNow
  readonly place: DoorPlace
  readonly visit: ReturnType<typeof doorVisitOf>[number]
  readonly found: Attendance | undefined
  readonly said: Said
  readonly answer: DoorAnswer
}

async function letIn(house: House, trx: Knex, turned: DoorTurned, entry: Entry): Promise<DoorTold> {
  const { setting, here, place, visit, said, answer } = entry
  const { plan, heads } = here.at
  const done = doneAt(house, setting, said)
  const weights = enteringWeights(plan, visit)
  const overLimit = answer.kind === 'full' && !answer.kept
  const after = moved(plan, heads, [], weights)
  const overridden = overLimit ? weights.map(weight => weight.zoneId) : []
  await writeCount(trx, turned, { plan, before: heads, after, minute: done.minute, overridden })
  await writeDoorParty(trx, turned, { bookingNumber: visit.number, weights, since: done.at })

  const forced = answer.kind !== 'enter'
  const zoneId = weights[0]?.zoneId ?? ''
  const told: DoorTold = {
    ...{ kind: 'enter', persons: visit.party.persons, zoneId },
    ...labelOf(entry.found),
    ...(forced && { overLimit }),
  }
  return tell(trx, setting, place, said, done, told, {
    ...{ kind: 'enter', zoneId, persons: visit.party.persons, counted: weights.at(-1)?.counted ?? 0 },
    ...{ bookingNumber: visit.number, overLimit },
    ...(forced && { reason: reasonOf(said) }),
  })
}

/** Its status as it is now that nobody else counts; only then is the answer sure. */
async function visitNow(trx: Knex, { city }: DoorSetting, { booking, ticket }: Attendance) {
  const now = (await bookingByNumber(trx, booking.number)) ?? booking
  return doorVisitOf(city, now, ticket)[0]
}

/** Answers against which a guard may let somebody in all the same. */
function isForcible({ kind }: DoorAnswer): boolean {
  return kind === 'full' || kind === 'wait-until' || kind === 'other-entrance' || kind === 'too-late'
}

/** Whether it is told rather than asked. */
export function isForced({ reason, doneAt: late }: Said): boolean {
  return reason !== undefined || late !== undefined
}

/** Why somebody was let in: what the guard said, or that there was no network to ask by. */
export function reasonOf({ reason }: Said): string {
  return reason?.slice(0, 200) ?? 'offline'
}

function labelOf(found: Attendance | undefined): { label?: string } {
  return found ? { label: found.ticket?.code ?? `…${tailOf(found.booking.reference)}` } : {}
}
