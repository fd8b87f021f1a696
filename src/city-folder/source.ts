import { readFileSync } from 'node:fs'
import path from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import type { Document } from 'yaml'
import { aliasFaults, tooManyAliases } from './aliases.ts'
import type { Problem, TextFault } from './problem.ts'
import { offsetOf } from './offset-of.ts'
import { decoded } from './utf8.ts'
import { whyUnreadable } from './why-unreadable.ts'
import { notYaml, yamlFaults } from './yaml-faults.ts'

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
    const read = decoded(readFileSync(path.join(folder, file)))
    return 'text' in read ? sourceOf(file, read.text) : unreadSource(file, notUtf8, read.wrongLine)
  } catch (error) {
    return unreadSource(file, whyUnreadable(error))
  }
}

const notUtf8 = 'letters of this line are not written in UTF-8; save the file as UTF-8'

/** What could not be read at all, and why. */
export function unreadSource(file: string, message: string, line = 1): Source {
  return { file, value: undefined, problems: [{ file, line, message }], lineOf: () => line }
}

function sourceOf(file: string, text: string): Source {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: true })
  const { value, faults } = contentsOf(document, text)
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

function contentsOf(document: Document, text: string): Contents {
  const errors = yamlFaults(document, text)
  const faults = errors.length > 0 ? errors : aliasFaults(document)
  if (faults.length > 0) return { faults }
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) as unknown, faults }
  } catch (error) {
    if (error instanceof ReferenceError) return { faults: tooManyAliases(document) }
    return { faults: [{ offset: 0, message: notYaml(error as Error) }] }
  }
}
