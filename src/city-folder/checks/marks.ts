import { anyName, type Names } from '../entries.ts'
import type { Problem } from '../problem.ts'
import type { FieldPath, Source } from '../source.ts'

/** What every file may say, at any depth: `assumed` names fields that are there, `sources` those of sources.yaml, dates run forward. */
export function markProblems(sources: readonly Source[]): Problem[] {
  const citations = sources.find(({ file }) => file === 'sources.yaml')
  const known = citations?.problems.length ? anyName : new Set(Object.keys((citations?.value as object | undefined) ?? {}))
  return sources
    .filter(({ file }) => file !== 'sources.yaml')
    .flatMap(source => groupsIn(source.value, []).flatMap(group => problemsOf(source, group, known)))
}

interface Group {
  readonly at: FieldPath
  readonly fields: Readonly<Record<string, unknown>>
}

function problemsOf(source: Source, { at, fields }: Group, known: Names): Problem[] {
  const problem = (field: string, message: string) => ({ file: source.file, line: source.lineOf([...at, field]), message })
  const { assumed, sources, from, to } = fields
  return [
    ...textsIn(assumed)
      .filter(name => !(name in fields) && !leftOut.has(name))
      .map(name => problem('assumed', `"${name}" is said to be assumed, but there is no such field in this record`)),
    ...textsIn(sources)
      .filter(name => !known.has(name))
      .map(name => problem('sources', `source ${name} is not in sources.yaml`)),
    ...(typeof from === 'string' && typeof to === 'string' && isDay(from) && isDay(to) && to < from
      ? [problem('to', `this ends on ${to}, before it begins on ${from}`)]
      : []),
  ]
}

/** Fields that mean something where they are left out. */
const leftOut: ReadonlySet<string> = new Set(['from', 'to'])

function groupsIn(value: unknown, at: FieldPath): Group[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, place) => groupsIn(item, [...at, place]))
  if (typeof value !== 'object' || value === null) return []
  const fields = value as Record<string, unknown>
  return [{ at, fields }, ...Object.entries(fields).flatMap(([field, inside]) => groupsIn(inside, [...at, field]))]
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
}
