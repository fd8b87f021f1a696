import { enteringWeights, type DoorAnswer, type DoorVisit } from '../../domain/queue/door.ts'
import { moved } from '../../domain/queue/head-count.ts'
import { writeDoorParty } from '../../repositories/door-parties.ts'
import { tell, type DoorTold } from './door-told.ts'
import type { OpenDoor } from './once-at-door.ts'
import { reasonOf } from './said.ts'
import { writeCount } from './write-count.ts'

/**
 * Counts a party in; once only, if the call of a desk has counted it already.
 *
 * @param answer  what the door says of it; where that is not `enter`, somebody has let it in all the same
 */
export async function letIn(
  open: OpenDoor,
  visit: DoorVisit,
  answer: DoorAnswer,
  labelled: { readonly label?: string },
): Promise<DoorTold> {
  const { trx, turned, at, parties, said, done } = open
  const { plan, heads } = at
  const countedBefore = parties.get(visit.number)?.weights ?? []
  const weights = enteringWeights(plan, visit)
  const overLimit = answer.kind === 'full' && !answer.kept
  const overridden = overLimit ? weights.map(weight => weight.zoneId) : []
  await writeCount(trx, turned, {
    ...{ plan, before: heads, after: moved(plan, heads, countedBefore, weights), minute: done.minute, overridden },
  })
  await writeDoorParty(trx, turned, { bookingNumber: visit.number, weights, since: done.at })

  const forced = answer.kind !== 'enter'
  const zoneId = weights[0]?.zoneId ?? ''
  const { persons } = visit.party
  return tell(
    open,
    { kind: 'enter', persons, zoneId, ...labelled, ...(forced && { overLimit }) },
    {
      ...{ kind: 'enter', zoneId, persons, counted: weights.at(-1)?.counted ?? 0, bookingNumber: visit.number, overLimit },
      ...(forced && { reason: reasonOf(said) }),
    },
  )
}
