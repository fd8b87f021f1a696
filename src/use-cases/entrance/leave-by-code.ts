import { moved } from '../../domain/queue/head-count.ts'
import { forgetDoorParties } from '../../repositories/door-parties.ts'
import type { House } from '../house.ts'
import type { DoorPlace } from './door-place.ts'
import { tell, type DoorTold } from './door-told.ts'
import { foundByCode } from './found-by-code.ts'
import { onceAtDoor } from './once-at-door.ts'
import type { Said } from './said.ts'
import { codeIn } from './scanned-code.ts'
import { writeCount } from './write-count.ts'

/** Counts a party out by its code, for exactly what it was counted in for. */
export function leaveByCode(house: House, place: DoorPlace, typed: string, said: Said): Promise<DoorTold> {
  return onceAtDoor(house, place, said, async open => {
    const { trx, turned, at, parties, done } = open
    const visit = await foundByCode(open, codeIn(typed))
    const party = visit && parties.get(visit.booking.number)
    if (!party || party.weights.length === 0) return tell(open, { kind: 'not-in' }, { kind: 'refused' })

    const after = moved(at.plan, at.heads, party.weights, [])
    await writeCount(trx, turned, { plan: at.plan, before: at.heads, after, minute: done.minute })
    await forgetDoorParties(trx, turned, party.bookingNumber)
    const [whole] = party.weights.toSorted((one, other) => other.bodies - one.bodies)
    const persons = whole?.bodies ?? 0
    const event = { kind: 'leave', persons, counted: whole?.counted ?? 0, bookingNumber: party.bookingNumber } as const
    return tell(open, { kind: 'left', persons }, event)
  })
}
