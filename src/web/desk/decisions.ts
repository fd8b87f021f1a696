import { isOfficeDate, type OfficeDate } from '../../domain/calendar.ts'
import type { City } from '../../domain/city.ts'
import type { Decision, Decisions, DisplacedVisit, Proposal } from '../../use-cases/desk/change-day/proposal.ts'
import { clockTime } from '../../language/dates.ts'
import { textOf, type Form } from '../resident/requested.ts'
import { readPlace } from '../resident/visit-form.ts'

/** The value of a choice to move a visit to a place. */
export function moveValue({ officeId, date, start }: { officeId: string; date: string; start: number }): string {
  return `move ${officeId} ${date}T${clockTime(start)}`
}

/** What a form decides of each visit; visits without a readable decision are left out. */
export function decisionsIn(form: Form, city: City, officeId: string): Decisions {
  const why = textOf(form, 'keep-reason').trim().slice(0, 200)
  const decided = new Map<number, Decision>()
  for (const number of numbersIn(form)) {
    const decision = decisionOf(form, number, officeId, why)
    const isKnown = decision?.kind !== 'move' || city.offices.some(({ id }) => id === decision.to.officeId)
    if (decision && isKnown) decided.set(number, decision)
  }
  return decided
}

/** One decision for all: what a form says of each is overwritten; to move them leaves the choice to the nearest times. */
export function withAll(form: Form): Form {
  const all = textOf(form, 'all')
  if (all !== 'move' && all !== 'keep' && all !== 'call-off') return form
  return { ...form, ...Object.fromEntries(numbersIn(form).map(number => [`d-${number}`, all === 'move' ? '' : all])) }
}

/** Dates of which free times are wanted: of the visit whose button was pressed, and of all that have another time. */
export function lookedAt(form: Form, today: OfficeDate): Map<number, OfficeDate> {
  const wanted = numbersIn(form).filter(
    number => textOf(form, 'look') === String(number) || textOf(form, `d-${number}`) === 'other',
  )
  return new Map(
    wanted.map(number => {
      const typed = textOf(form, `date-${number}`)
      return [number, isOfficeDate(typed) ? typed : today]
    }),
  )
}

/** Visits to be kept without a reason: it must be given. */
export function lacksReason(decisions: Decisions): boolean {
  return [...decisions.values()].some(decision => decision.kind === 'keep' && decision.reason === '')
}

/** Visits of which nothing is decided. */
export function undecided({ displaced }: Proposal, decisions: Decisions): DisplacedVisit[] {
  return displaced.filter(({ booking }) => !decisions.has(booking.number))
}

function numbersIn(form: Form): number[] {
  return Object.keys(form).flatMap(name => Number(/^d-(\d{1,9})$/.exec(name)?.[1] ?? 0) || [])
}

function decisionOf(form: Form, number: number, officeId: string, reason: string): Decision | undefined {
  const typed = textOf(form, `d-${number}`)
  if (typed === 'keep') return { kind: 'keep', reason }
  if (typed === 'call-off') return { kind: 'call-off' }
  if (typed === 'other') {
    const when = readPlace(textOf(form, `other-${number}`).slice(0, 16))
    return when && { kind: 'move', to: { officeId, ...when } }
  }
  const [, where = '', at = ''] = /^move (\S{1,100}) (\S{16})$/.exec(typed) ?? []
  const when = readPlace(at)
  return when && { kind: 'move', to: { officeId: where, ...when } }
}
