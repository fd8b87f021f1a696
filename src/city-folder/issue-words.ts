import type { FieldPath } from './source.ts'
import { sentenceOf, type Issue } from './issue-sentence.ts'

/** A fault of one field: where it is, and a sentence about it. */
export interface Fault {
  readonly field: FieldPath
  readonly sentence: string
}

/** What zod found, as whoever edits the file would say it. */
export function faultsOf(issue: Issue): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({ field: [...issue.path, key], sentence: `there is no field "${key}" here` }))
  }
  return [{ field: issue.path, sentence: sentenceOf(issue) }]
}
