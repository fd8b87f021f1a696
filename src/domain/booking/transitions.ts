import type { Status } from './status.ts'

/**
 * The one table of what may be done to a visit: from which statuses, to which, and whether it can be undone. Undoing
 * brings back exactly what stood before. A walk-in begins as `arrived`.
 */
const changes = {
  confirm: { from: ['held'], to: 'booked', undo: false },
  expire: { from: ['held'], to: 'expired', undo: false },
  cancel: { from: ['held', 'booked', 'displaced'], to: 'cancelled', undo: false },
  displace: { from: ['booked'], to: 'displaced', undo: false },
  // Somebody marked as missing may come after all.
  'check-in': { from: ['booked', 'no-show'], to: 'arrived', undo: true },
  call: { from: ['arrived'], to: 'called', undo: true },
  recall: { from: ['called'], to: 'called', undo: true },
  // Called as often as the policy says, and did not come.
  absent: { from: ['called'], to: 'no-show', undo: true },
  start: { from: ['called'], to: 'serving', undo: true },
  finish: { from: ['serving'], to: 'served', undo: true },
  'no-show': { from: ['booked', 'arrived', 'called'], to: 'no-show', undo: true },
  // Set aside, until taken back: gone to pay, filling in a form.
  park: { from: ['arrived', 'called', 'serving'], to: 'arrived', undo: true },
  'take-back': { from: ['arrived'], to: 'arrived', undo: true },
  forward: { from: ['arrived', 'called', 'serving'], to: 'arrived', undo: true },
  'give-priority': { from: ['arrived'], to: 'arrived', undo: true },
  // Gave up waiting.
  leave: { from: ['arrived', 'called'], to: 'cancelled', undo: true },
} as const satisfies Readonly<Record<string, StatusChange>>

interface StatusChange {
  readonly from: readonly Status[]
  readonly to: Status
  readonly undo: boolean
}

/** What may be done to a visit. */
export type Action = keyof typeof changes

/** Every action, in the order of a visit's life. */
export const actions = Object.keys(changes) as readonly Action[]

/** What a visit in this status becomes by an action; `undefined` where it may not be done. */
export function statusAfter(action: Action, status: Status): Status | undefined {
  const change: StatusChange = changes[action]
  return change.from.includes(status) ? change.to : undefined
}

/** Whether an action can be taken back. */
export function isUndoable(action: Action): boolean {
  return changes[action].undo
}

/** What may be done to a visit in this status, in the order of the table. */
export function actionsFrom(status: Status): Action[] {
  return actions.filter(action => statusAfter(action, status) !== undefined)
}

/** Statuses of people who are at the office now. */
export const presentStatuses = ['arrived', 'called', 'serving'] as const satisfies readonly Status[]
export type PresentStatus = (typeof presentStatuses)[number]

/** Whether a visit in this status means somebody who is at the office now. */
export function isPresent(status: Status): status is PresentStatus {
  return (presentStatuses as readonly Status[]).includes(status)
}
