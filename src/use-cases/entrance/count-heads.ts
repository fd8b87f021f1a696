import { answerForStandby, zoneBehind } from '../../domain/queue/door.ts'
import { moved } from '../../domain/queue/head-count.ts'
import { headsIn } from '../../domain/queue/zone-heads.ts'
import { headsOnPath } from '../../domain/queue/weight-on-path.ts'
import type { Heads } from '../../domain/queue/room-heads.ts'
import type { House } from '../house.ts'
import type { DoorPlace } from './door-place.ts'
import { tell, type DoorTold } from './door-told.ts'
import { onceAtDoor } from './once-at-door.ts'
import { isForced, reasonOf, type Said } from './said.ts'
import { writeCount } from './write-count.ts'

/**
 * Counts people without a code in, if there is room that is not kept for those who are due; with a reason, or told late,
 * whether there is or not.
 */
export function countIn(house: House, place: DoorPlace, heads: Heads, said: Said): Promise<DoorTold> {
  return onceAtDoor(house, place, said, async open => {
    const { trx, turned, at, done } = open
    const answer = answerForStandby(heads, at)
    if (answer.kind !== 'enter' && !isForced(said)) return tell(open, answer, { kind: 'refused' })

    const overLimit = answer.kind === 'full' && !answer.kept
    const weights = headsOnPath(at.plan, zoneBehind(at), heads)
    const after = moved(at.plan, at.heads, [], weights)
    const overridden = overLimit ? weights.map(weight => weight.zoneId) : []
    await writeCount(trx, turned, { plan: at.plan, before: at.heads, after, minute: done.minute, overridden })
    const told: DoorTold = { kind: 'counted-in', persons: heads.bodies, ...(answer.kind !== 'enter' && { overLimit }) }
    return tell(open, told, {
      ...{ kind: 'in', zoneId: zoneBehind(at), persons: heads.bodies, counted: heads.counted, overLimit },
      ...(answer.kind !== 'enter' && { reason: reasonOf(said) }),
    })
  })
}

/** Counts people out. Never below zero: nobody leaves an empty house. */
export function countOut(house: House, place: DoorPlace, heads: Heads, said: Said): Promise<DoorTold> {
  return onceAtDoor(house, place, said, async open => {
    const { trx, turned, at, done } = open
    const zoneId = zoneBehind(at)
    const after = moved(at.plan, at.heads, headsOnPath(at.plan, zoneId, heads), [])
    await writeCount(trx, turned, { plan: at.plan, before: at.heads, after, minute: done.minute })
    const bodies = headsIn(at.heads, zoneId).bodies - headsIn(after, zoneId).bodies
    const counted = Math.min(bodies, headsIn(at.heads, zoneId).counted - headsIn(after, zoneId).counted)
    return tell(open, { kind: 'counted-out', persons: bodies }, { kind: 'out', zoneId, persons: bodies, counted })
  })
}
