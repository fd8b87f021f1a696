import { recounted } from '../../domain/queue/head-count.ts'
import type { Heads } from '../../domain/queue/room-heads.ts'
import { forgetDoorParties } from '../../repositories/door-parties.ts'
import { NotFound } from '../errors.ts'
import type { House } from '../house.ts'
import type { DoorPlace } from './door-place.ts'
import { tell, type DoorTold } from './door-told.ts'
import { onceAtDoor } from './once-at-door.ts'
import { reasonOf, type Said } from './said.ts'
import { writeCount } from './write-count.ts'

/**
 * Corrects the count of a zone by how many somebody has counted there. Where the whole building is found empty, nobody
 * is known to be inside any more.
 *
 * @throws {NotFound} if the office has no such zone
 */
export function recount(
  house: House,
  place: DoorPlace,
  zoneId: string,
  found: Heads,
  said: Said & { readonly reason: string },
): Promise<DoorTold> {
  return onceAtDoor(house, place, said, async open => {
    const { trx, turned, at, done } = open
    if (!at.plan.zones.some(({ zone }) => zone.id === zoneId)) throw new NotFound('zone')
    const after = recounted(at.plan, at.heads, zoneId, found)
    await writeCount(trx, turned, { plan: at.plan, before: at.heads, after, minute: done.minute })
    if (zoneId === at.plan.zones[0]?.zone.id && found.bodies === 0) await forgetDoorParties(trx, turned)
    const event = { kind: 'recount', zoneId, persons: found.bodies, counted: found.counted, reason: reasonOf(said) } as const
    return tell(open, { kind: 'recounted', zoneId, persons: found.bodies }, event)
  })
}
