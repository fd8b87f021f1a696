import type { Decision, Decisions, Proposal } from '../../use-cases/desk/change-day/proposal.ts'
import { clockTime } from '../../language/dates.ts'
import { textOf, type Form } from '../resident/requested.ts'
import { readPlace } from '../resident/visit-form.ts'

/** The value of a choice to move a visit to a place. */
export function moveValue({ officeId, date, start }: { officeId: string; date: string; start: number }): string {
  return `move ${officeId} ${date}T${clockTime(start)}`
}

/** What a form decides of each visit; visits without a readable decision are left out. */
export function decisionsIn(form: Form, officeId: string): Decisions {
  const why = textOf(form, 'keep-reason').trim().slice(0, 200)
  const decided = new Map<number, Decision>()
  for (const name of Object.keys(form)) {
    const number = /^d-(\d{1,9})$/.exec(name)?.[1]
    const decision = number === undefined ? undefined : decisionOf(form, name, `other-${number}`, officeId, why)
    if (decision) decided.set(Number(number), decision)
  }
  return decided
}

/** Visits to be kept without a reason: it must be given. */
export function lacksReason(decisions: Decisions): boolean {
  return [...decisions.values()].some(decision => decision.kind === 'keep' && decision.reason === '')
}

/** Where each visit would go if nothing else is decided: to its proposal, else to be kept or called off by hand. */
export function undecided({ displaced }: Proposal, decisions: Decisions): number[] {
  return displaced.map(({ booking }) => booking.number).filter(number => !decisions.has(number))
}

function decisionOf(form: Form, name: string, other: string, officeId: string, reason: string): Decision | undefined {
  const typed = textOf(form, name)
  if (typed === 'keep') return { kind: 'keep', reason }
  if (typed === 'call-off') return { kind: 'call-off' }
  if (typed === 'other') {
    const when = readPlace(textOf(form, other).slice(0, 16))
    return when && { kind: 'move', to: { officeId, ...when } }
  }
  const [, where = '', at = ''] = /^move (\S{1,100}) (\S{16})$/.exec(typed) ?? []
  const when = readPlace(at)
  return when && { kind: 'move', to: { officeId: where, ...when } }
}
