import type { Status } from './status.ts'
import { changes, type StatusChange } from './status-changes.ts'

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

/** Whether a visit in this status is at its desk, or on the way there. */
export function isAtDesk(status: Status): boolean {
  return status === 'called' || status === 'serving'
}

/** Whether a visit in this status means somebody who is at the office now. */
export function isPresent(status: Status): status is PresentStatus {
  return (presentStatuses as readonly Status[]).includes(status)
}
