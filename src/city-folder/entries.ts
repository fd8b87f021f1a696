import type { z } from 'zod'
import { faultsOf } from './issue-words.ts'
import type { Problem } from './problem.ts'
import type { FieldPath, Source } from './source.ts'

/** A record of a file, and how to complain about it. */
export interface Entry<Value> {
  readonly value: Value
  /** A problem on the line of one of its fields. */
  problem(field: FieldPath, message: string): Problem
}

/** The names that others may refer to. Of a file that cannot be read every name may be one. */
export type Names = Pick<ReadonlySet<string>, 'has'>

/** The records of one subject as the files have them. */
export interface Entries<Value> {
  /** Those that are sound in themselves. */
  readonly sound: readonly Entry<Value>[]
  /** What every record calls itself, sound or not: what refers to one that has another fault is not wrong. */
  readonly names: Names
  readonly problems: readonly Problem[]
}

/**
 * Reads the list of records of one file.
 *
 * @param kind   what a record is called in messages: `office`
 * @param named  the field that names a record
 */
export function entriesOf<Value>(source: Source, kind: string, schema: z.ZodType<Value>, named = 'id'): Entries<Value> {
  if (source.problems.length > 0) return unreadable(source)
  const items: unknown = source.value ?? []
  if (!Array.isArray(items)) return { sound: [], names: anyName, problems: [notAList(source)] }

  const read = items.map((item: unknown, place) => {
    const name = nameIn(item, named)
    const label = name === undefined ? `${kind} no. ${place + 1}` : `${kind} ${name}`
    return { name, ...readRecord(source, schema, item, [place], label) }
  })
  return {
    sound: read.flatMap(({ entry }) => entry ?? []),
    names: new Set(read.flatMap(({ name }) => name ?? [])),
    problems: read.flatMap(({ problems }) => problems),
  }
}

/** Reads a file that is one record. */
export function entryOf<Value>(source: Source, label: string, schema: z.ZodType<Value>): Entries<Value> {
  if (source.problems.length > 0) return unreadable(source)
  const { entry, problems } = readRecord(source, schema, source.value, [], label)
  return { sound: entry ? [entry] : [], names: new Set(), problems }
}

/** The names of a file that cannot be read. */
export const anyName: Names = { has: () => true }

/** The records of a file that cannot be read: none, but every name may be that of one. */
export function unreadable(source: Source): { sound: []; names: Names; problems: readonly Problem[] } {
  return { sound: [], names: anyName, problems: source.problems }
}

function readRecord<Value>(source: Source, schema: z.ZodType<Value>, record: unknown, at: FieldPath, label: string) {
  const problem = (field: FieldPath, message: string): Problem => ({
    file: source.file,
    line: source.lineOf([...at, ...field]),
    message: `${label}: ${message}`,
  })
  const parsed = schema.safeParse(record, { reportInput: true })
  if (parsed.success) return { entry: { value: parsed.data, problem }, problems: [] }
  const faults = parsed.error.issues.flatMap(faultsOf)
  return { entry: undefined, problems: faults.map(({ field, sentence }) => problem(field, sentence)) }
}

function nameIn(record: unknown, field: string): string | undefined {
  const name = typeof record === 'object' && record !== null ? (record as Record<string, unknown>)[field] : undefined
  return typeof name === 'string' || typeof name === 'number' ? String(name) : undefined
}

function notAList(source: Source): Problem {
  return { file: source.file, line: 1, message: 'this file must be a list of records, each beginning with a dash' }
}
