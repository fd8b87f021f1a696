import { readFileSync } from 'node:fs'
import path from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import type { Document, YAMLError } from 'yaml'
import { aliasFaults, tooManyAliases } from './aliases.ts'
import type { Problem, TextFault } from './problem.ts'
import { offsetOf } from './offset-of.ts'
import { whyUnreadable } from './why-unreadable.ts'

/** The way to a value in a file: names of fields and places in lists. */
export type FieldPath = readonly PropertyKey[]

/** One YAML file: what it says, and on which line it says it. */
export interface Source {
  readonly file: string
  readonly value: unknown
  /** Faults of the YAML itself. */
  readonly problems: readonly Problem[]
  /** The line of a field, or of what is nearest to it. */
  lineOf(field: FieldPath): number
}

/** Reads one YAML file of a city folder; a file that is not there, or cannot be read, is a problem of its own. */
export function readSource(folder: string, file: string): Source {
  try {
    return sourceOf(file, readFileSync(path.join(folder, file), 'utf8'))
  } catch (error) {
    return unreadSource(file, whyUnreadable(error))
  }
}

/** What could not be read at all, and why. */
export function unreadSource(file: string, message: string): Source {
  return { file, value: undefined, problems: [{ file, line: 1, message }], lineOf: () => 1 }
}

function sourceOf(file: string, text: string): Source {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: true })
  const { value, faults } = contentsOf(document)
  return {
    file,
    value,
    problems: faults.map(({ offset, message }) => ({ file, line: lineCounter.linePos(offset).line, message })),
    lineOf: field => lineCounter.linePos(offsetOf(document, field)).line,
  }
}

interface Contents {
  readonly value?: unknown
  readonly faults: readonly TextFault[]
}

function contentsOf(document: Document): Contents {
  const errors = document.errors.map(error => ({ offset: error.pos[0], message: sentenceOf(error) }))
  const faults = errors.length > 0 ? errors : aliasFaults(document)
  if (faults.length > 0) return { faults }
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) as unknown, faults }
  } catch (error) {
    if (error instanceof ReferenceError) return { faults: tooManyAliases(document) }
    return { faults: [{ offset: 0, message: notYaml(error as Error) }] }
  }
}

function sentenceOf(error: YAMLError): string {
  if (error.code === 'DUPLICATE_KEY') return 'this field stands twice in one record'
  if (error.code === 'TAB_AS_INDENT') return 'indent with spaces, not with tabs'
  return notYaml(error)
}

function notYaml(error: Error): string {
  return `this is not YAML as we can read it: ${error.message.split('\n')[0] ?? error.name}`
}
