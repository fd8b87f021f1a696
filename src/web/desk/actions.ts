import { actionsFrom } from '../../domain/booking/transitions.ts'
import type { WordKey } from '../../language/words.ts'
import type { DeskRow } from '../../use-cases/desk/desk-row.ts'
import { paths } from '../paths.ts'

/** One button: where it posts, its word, the key that presses it, and what it sends besides the place. */
export interface DeskAction {
  readonly path: string
  readonly label: WordKey
  /** Its letter on the keyboard, in the panel of the own desk. */
  readonly key?: string
  readonly send?: readonly (readonly [name: string, value: string])[]
  readonly main?: boolean
}

/** What somebody may do here and now, as far as it matters for buttons. */
export interface Powers {
  readonly serves: boolean
  readonly receives: boolean
  /** Only today's visits are called and served. */
  readonly isToday: boolean
  /** The desk at which they sit, if it is free to call somebody. */
  readonly freeDesk: boolean
  /** The queue of that desk: whoever waits in another is forwarded first. */
  readonly ownQueue: string | undefined
  readonly nowMinute: number
}

/** The one thing that is mostly done next to a visit in the list; `undefined` if there is none. */
export function nextAction(row: DeskRow, powers: Powers): DeskAction | undefined {
  const { bookingNumber: number, status, ticket } = row
  if (!powers.isToday) return undefined
  if ((status === 'booked' || status === 'no-show') && powers.receives)
    return { path: paths.deskVisit(number, 'check-in'), label: 'desk.do-check-in' }
  if (status === 'arrived' && ticket?.parked && powers.receives)
    return { path: paths.deskVisit(number, 'parking'), label: 'desk.do-take-back', send: [['parked', '0']] }
  if (status === 'arrived' && powers.serves && powers.freeDesk && row.deskGroupId === powers.ownQueue)
    return { path: paths.deskCalls(), label: 'desk.do-call', send: [['visit', String(number)]] }
  return undefined
}

/** The big buttons for whoever is called or served at the own desk, in the order in which they are pressed. */
export function panelActions({ bookingNumber: number, status }: DeskRow): DeskAction[] {
  const waits: DeskAction[] = [
    { path: paths.deskVisit(number, 'service'), label: 'desk.do-start', key: 's', main: true },
    { path: paths.deskVisit(number, 'recall'), label: 'desk.do-recall', key: 'r' },
    { path: paths.deskVisit(number, 'absence'), label: 'desk.do-absent', key: 'a', send: asSeen(status) },
  ]
  const served: DeskAction[] = [{ path: paths.deskVisit(number, 'completion'), label: 'desk.do-finish', key: 'f', main: true }]
  return [
    ...(status === 'called' ? waits : served),
    { path: paths.deskVisit(number, 'parking'), label: 'desk.do-park', key: 'p' },
    { path: paths.deskVisit(number, 'undo'), label: 'desk.do-undo', key: 'u', send: asSeen(status) },
  ]
}

/** Everything that can be done to one visit, for its own panel. */
export function everyAction(row: DeskRow, powers: Powers): DeskAction[] {
  const { bookingNumber: number, status, ticket } = row
  const may = new Set<string>(actionsFrom(status))
  const step = (name: Parameters<typeof paths.deskVisit>[1]) => paths.deskVisit(number, name)
  const first = nextAction(row, powers)
  const serving: DeskAction[] = [
    ...(may.has('start') ? [{ path: step('service'), label: 'desk.do-start' } as const] : []),
    ...(may.has('recall') ? [{ path: step('recall'), label: 'desk.do-recall' } as const] : []),
    ...(may.has('finish') ? [{ path: step('completion'), label: 'desk.do-finish' } as const] : []),
  ]
  const missing = may.has('no-show') && (status !== 'booked' || powers.nowMinute >= row.start)
  const receiving: DeskAction[] = [
    ...(may.has('park') && !ticket?.parked ? [{ path: step('parking'), label: 'desk.do-park' } as const] : []),
    ...(may.has('give-priority') ? [priorityOf(step('priority'), ticket?.priority === true)] : []),
    ...(missing ? [{ path: step('absence'), label: 'desk.do-absent', send: asSeen(status) } as const] : []),
    ...(may.has('leave') ? [{ path: step('departure'), label: 'desk.do-leave', send: asSeen(status) } as const] : []),
    ...(status !== 'booked' && status !== 'held'
      ? [{ path: step('undo'), label: 'desk.do-undo', send: asSeen(status) } as const]
      : []),
  ]
  if (!powers.isToday) return []
  return [...(first ? [{ ...first, main: true }] : []), ...(powers.serves ? serving : []), ...(powers.receives ? receiving : [])]
}

/** What is there may not be taken away from whoever has changed it since: these buttons say in which status they were shown. */
function asSeen(status: DeskRow['status']): NonNullable<DeskAction['send']> {
  return [['seen', status]]
}

function priorityOf(path: string, has: boolean): DeskAction {
  if (has) return { path, label: 'desk.do-priority-off', send: [['priority', '0']] }
  return { path, label: 'desk.do-priority' }
}
