import { moved } from '../../domain/queue/head-count.ts'
import { changeDoor } from '../../repositories/change-door.ts'
import { forgetDoorParties } from '../../repositories/door-parties.ts'
import { findVisit } from '../desk/find-visit.ts'
import type { House } from '../house.ts'
import { doorNow, doorSetting, type DoorPlace } from './door-place.ts'
import { doneAt, tell, toldBefore, type DoorTold, type Said } from './door-told.ts'
import { scannedCode } from './scanned-code.ts'
import { writeCount } from './write-count.ts'

/** Counts a party out by its code, for exactly what it was counted in for. */
export async function leaveByCode(house: House, place: DoorPlace, typed: string, said: Said): Promise<DoorTold> {
  const setting = await doorSetting(house, place)
  const visit = await findVisit(house, setting.key, scannedCode(typed))
  return changeDoor(house.db, setting.key, async (trx, turned) => {
    const before = await toldBefore(trx, setting.key, said)
    if (before) return before

    const { at, parties } = await doorNow(trx, setting)
    const done = doneAt(house, setting, said)
    const party = visit && parties.get(visit.booking.number)
    if (!party || party.weights.length === 0)
      return tell(trx, setting, place, said, done, { kind: 'not-in' }, { kind: 'refused' })

    const after = moved(at.plan, at.heads, party.weights, [])
    await writeCount(trx, turned, { plan: at.plan, before: at.heads, after, minute: done.minute })
    await forgetDoorParties(trx, turned, party.bookingNumber)
    const [whole] = party.weights.toSorted((one, other) => other.bodies - one.bodies)
    const persons = whole?.bodies ?? 0
    const event = { kind: 'leave', persons, counted: whole?.counted ?? 0, bookingNumber: party.bookingNumber } as const
    return tell(trx, setting, place, said, done, { kind: 'left', persons }, event)
  })
}
