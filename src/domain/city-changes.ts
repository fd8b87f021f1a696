import type { City } from './city.ts'
import { recordsOf, subjects } from './subjects.ts'
import type { NamedRecord, Subject } from './subjects.ts'
import { isSame } from './same-value.ts'

/** What of one subject a new city changes, by the lasting names of records. */
export interface SubjectChanges {
  readonly subject: Subject | 'organisation' | 'policy'
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly retired: readonly string[]
  /** The records are the same, but in another order. */
  readonly reordered: boolean
}

/** How a new city differs from the one in force, subject by subject; subjects without a change are left out. */
export function changesOf(before: City | undefined, after: City): SubjectChanges[] {
  const single = (['organisation', 'policy'] as const).map(subject => {
    const same = before && isSame(before[subject], after[subject])
    return { subject, added: before ? [] : [subject], changed: before && !same ? [subject] : [], retired: [], reordered: false }
  })
  const changes = [...single, ...subjects.map(subject => changesIn(subject, before, after))]
  return changes.filter(
    ({ added, changed, retired, reordered }) => added.length + changed.length + retired.length > 0 || reordered,
  )
}

function changesIn(subject: Subject, before: City | undefined, after: City): SubjectChanges {
  const was: readonly NamedRecord[] = before ? recordsOf(before, subject) : []
  const is: readonly NamedRecord[] = recordsOf(after, subject)
  const old = new Map(was.map(({ id, record }) => [id, record]))
  const now = new Set(is.map(({ id }) => id))
  const kept = is.filter(({ id }) => old.has(id))
  return {
    subject,
    added: is.filter(({ id }) => !old.has(id)).map(({ id }) => id),
    changed: kept.filter(({ id, record }) => !isSame(old.get(id), record)).map(({ id }) => id),
    retired: was.filter(({ id }) => !now.has(id)).map(({ id }) => id),
    reordered: !isSame(
      kept.map(({ id }) => id),
      was.filter(({ id }) => now.has(id)).map(({ id }) => id),
    ),
  }
}
