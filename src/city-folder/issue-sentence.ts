import type { z } from 'zod'
import type { FieldPath } from './source.ts'

/** What zod says of one value that it does not take. */
export type Issue = z.core.$ZodIssue

/** One fault of a field as a sentence, in the words of the files. */
export function sentenceOf(issue: Issue): string {
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

const languageNames: Readonly<Record<string, string>> = { pl: 'Polish (pl)', en: 'English (en)', uk: 'Ukrainian (uk)' }

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
