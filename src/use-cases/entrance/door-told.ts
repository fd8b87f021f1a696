import type { DoorAnswer } from '../../domain/queue/door.ts'
import { insertDoorEvent, type DoorEvent } from '../../repositories/door-events.ts'
import type { OpenDoor } from './once-at-door.ts'

/** What the guard is told; `counted` is what was done when nothing was asked. */
export type DoorTold = (
  | DoorAnswer
  | { readonly kind: 'counted-in' | 'counted-out' | 'left'; readonly persons: number }
  | { readonly kind: 'recounted'; readonly zoneId: string; readonly persons: number }
  | { readonly kind: 'not-in' }
) & {
  /** How those at the door are called: the ticket's code, or the end of the reference. No name, no matter. */
  readonly label?: string
  /** The reference or ticket's code, to be asked again with a reason, or to let them leave. Only where that can be. */
  readonly again?: string
  /** Let in although the answer was no. */
  readonly overLimit?: boolean
}

/** Notes an event with its answer, and answers it. */
export async function tell(
  { trx, setting, place, said, done }: OpenDoor,
  told: DoorTold,
  event: Pick<DoorEvent, 'kind'> & Partial<DoorEvent>,
): Promise<DoorTold> {
  await insertDoorEvent(trx, setting.key, {
    ...{ eventId: said.eventId, at: done.at, atMinute: done.minute, entrance: place.entrance, deviceNumber: place.number },
    ...{ persons: 0, counted: 0, overLimit: false, answer: told },
    ...event,
  })
  return told
}
