import type { z } from 'zod'
import type { FieldPath } from './source.ts'

type Issue = z.core.$ZodIssue

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

const languageNames: Readonly<Record<string, string>> = { pl: 'Polish (pl)', en: 'English (en)', uk: 'Ukrainian (uk)' }

function sentenceOf(issue: Issue): string {
  const name = nameOf(issue.path)
  if (isMissing(issue)) {
    const language = languageNames[String(issue.path.at(-1))]
    return language ? `${nameOf(issue.path.slice(0, -1))} has no text in ${language}` : `${name} is missing`
  }
  if (issue.code === 'invalid_value') return `${name} must be ${issue.values.map(String).join(' or ')}${butIs(issue)}`
  if (issue.message.startsWith('must ') || issue.message.startsWith('may ')) return `${name} ${issue.message}${butIs(issue)}`
  if (issue.code === 'invalid_type') return `${name} must be ${typeNames[issue.expected] ?? issue.expected}${butIs(issue)}`
  if (issue.code === 'invalid_union' && issue.discriminator) return `${name} is not a kind that is known${butIs(issue)}`
  return `${name}: ${issue.message}`
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
}

function isMissing(issue: Issue): boolean {
  return (
    issue.input === undefined &&
    (issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union')
  )
}

function butIs(issue: Issue): string {
  const input = issue.input
  return typeof input === 'string' || typeof input === 'number' || typeof input === 'boolean' ? `, not "${String(input)}"` : ''
}

/** `fee/pln`, `roster 2/hours`: fields by name, places in lists counted from 1. */
function nameOf(path: FieldPath): string {
  const name = path.map(step => (typeof step === 'number' ? String(step + 1) : String(step))).join('/')
  return name === '' ? 'this record' : name.replace(/\/(\d+)/g, ' $1')
}
