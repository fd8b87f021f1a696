import type { Status } from './status.ts'

/**
 * The one table of what may be done to a visit: from which statuses, to which, and whether it can be undone. Undoing
 * brings back exactly what stood before. A walk-in begins as `arrived`.
 */
export const changes = {
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

export interface StatusChange {
  readonly from: readonly Status[]
  readonly to: Status
  readonly undo: boolean
}
