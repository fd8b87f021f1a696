import { answerAtDoor, type DoorAnswer } from '../../domain/queue/door.ts'
import { tailOf } from '../../domain/staff/audit-note.ts'
import { writeDoorParty } from '../../repositories/door-parties.ts'
import type { Attendance } from '../desk/attendance.ts'
import { checkIn } from '../desk/check-in.ts'
import type { House } from '../house.ts'
import { doorVisitOf, type DoorPlace } from './door-place.ts'
import { tell, type DoorTold } from './door-told.ts'
import { foundByCode } from './found-by-code.ts'
import { letIn } from './let-in.ts'
import { onceAtDoor } from './once-at-door.ts'
import { isForced, type Said } from './said.ts'
import { codeIn } from './scanned-code.ts'

/**
 * Answers a guard who has scanned or typed a code: whether these people may come in now. If they may they are counted in
 * and checked in, at once. With a reason, or told late because the network was gone, they are in whatever the limits
 * say: reality is never refused, it shows in red. Of what was scanned only the code is kept.
 */
export async function scanAtDoor(house: House, place: DoorPlace, typed: string, said: Said): Promise<DoorTold> {
  const code = codeIn(typed)
  const first = await askDoor(house, place, code, said, true)
  if (!('checkInFirst' in first)) return first

  // The clerks learn that they have come, and who is too late gets a place among those without a booking, if there is one.
  await checkIn(house, place.officeId, first.checkInFirst, { anyway: true })
  return (await askDoor(house, place, code, said, false)) as DoorTold
}

function askDoor(
  house: House,
  place: DoorPlace,
  code: string | undefined,
  said: Said,
  mayCheckIn: boolean,
): Promise<DoorTold | { readonly checkInFirst: number }> {
  return onceAtDoor(house, place, said, async open => {
    const { trx, turned, at, parties, done, setting } = open
    const found = await foundByCode(open, code)
    const [visit] = found ? doorVisitOf(setting.city, found.booking, found.ticket) : []
    const answer = answerAtDoor(visit, at)
    const comesIn = answer.kind === 'enter' || (isForced(said) && isForcible(answer))
    const waitsForCheckIn = visit?.status === 'booked' || visit?.status === 'no-show'
    if (mayCheckIn && waitsForCheckIn && (comesIn || answer.kind === 'too-late')) return { checkInFirst: visit.number }
    if (visit && comesIn) return letIn(open, visit, answer, labelOf(found))

    if (visit && (answer.kind === 'full' || answer.kind === 'wait-until') && !parties.has(visit.number))
      await writeDoorParty(trx, turned, { bookingNumber: visit.number, weights: [], since: done.at })
    const again = code !== undefined && (isForcible(answer) || answer.kind === 'already-in') && { again: code }
    const noted = found && { bookingNumber: found.booking.number }
    return tell(open, { ...answer, ...labelOf(found), ...again }, { kind: 'refused', ...noted })
  })
}

/** Answers against which a guard may let somebody in all the same. */
function isForcible({ kind }: DoorAnswer): boolean {
  return kind === 'full' || kind === 'wait-until' || kind === 'other-entrance' || kind === 'too-late'
}

function labelOf(found: Attendance | undefined): { label?: string } {
  return found ? { label: found.ticket?.code ?? `…${tailOf(found.booking.reference)}` } : {}
}
