import type { z } from 'zod'

type Issue = Parameters<z.core.$ZodErrorMap>[0]

/** What should stand where a value cannot be used, for whoever writes the calling program: `must be …`. */
export function wrongValue(issue: Issue): string | undefined {
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'must be given' : `must be ${named(issue.expected)}`
  if (issue.code === 'too_small') return `must be at least ${measured(issue.minimum, issue.origin)}`
  if (issue.code === 'too_big') return `must be at most ${measured(issue.maximum, issue.origin)}`
  if (issue.code === 'invalid_value') return `must be ${issue.values.join(', ').replace(/, (?=[^,]*$)/, ' or ')}`
  if (issue.code === 'invalid_format') return `must be ${formats[issue.format] ?? 'of another form'}`
  return undefined
}

const formats: Readonly<Record<string, string>> = {
  date: 'a date such as 2020-05-25',
  email: 'an e-mail address such as anna@example.pl',
}

function named(expected: string): string {
  if (expected === 'int') return 'a whole number'
  if (expected === 'object' || expected === 'record') return 'an object'
  return expected === 'array' ? 'a list' : `a ${expected}`
}

function measured(limit: number | bigint, origin: string): string {
  if (origin === 'string') return `${limit} characters long`
  return origin === 'array' ? `${limit} items` : String(limit)
}
