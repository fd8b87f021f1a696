import { readFileSync } from 'node:fs'
import path from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import type { Document, YAMLError } from 'yaml'
import type { Problem } from './problem.ts'
import { offsetOf } from './offset-of.ts'

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

/** Reads one YAML file of a city folder; a file that is not there is a problem of its own. */
export function readSource(folder: string, file: string): Source {
  const text = textOf(path.join(folder, file))
  if (text === undefined) return missing(file)

  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: true })
  return {
    file,
    value: document.errors.length > 0 ? undefined : valueOf(document),
    problems: [...document.errors].map(error => ({
      file,
      line: lineCounter.linePos(error.pos[0]).line,
      message: sentenceOf(error),
    })),
    lineOf: field => lineCounter.linePos(offsetOf(document, field)).line,
  }
}

function missing(file: string): Source {
  return { file, value: undefined, problems: [{ file, line: 1, message: 'this file is missing' }], lineOf: () => 1 }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function valueOf(document: Document): unknown {
  return document.toJS({ maxAliasCount: 100 }) as unknown
}

function sentenceOf(error: YAMLError): string {
  if (error.code === 'DUPLICATE_KEY') return 'this field stands twice in one record'
  if (error.code === 'TAB_AS_INDENT') return 'indent with spaces, not with tabs'
  return `this is not YAML as we can read it: ${error.message.split('\n')[0] ?? error.code}`
}
