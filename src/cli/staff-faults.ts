import { NotFound } from '../use-cases/errors.ts'
import { AccountRefused } from '../use-cases/staff/errors.ts'

/** What to tell whoever typed a command about an account that was refused; `undefined` of any other error. */
export function faultOf(error: unknown): string | undefined {
  if (error instanceof NotFound) return 'there is no such account'
  return error instanceof AccountRefused ? faults[error.fault] : undefined
}

const faults: Readonly<Record<AccountRefused['fault'], string>> = {
  name: 'a name has 2 to 64 small Latin letters, digits, dots, dashes',
  'name-taken': 'there is an account of this name already',
  'no-role': 'an account needs a role',
  office: 'there is no such office',
  department: 'there is no such department',
  'admin-everywhere': 'an admin is one for all offices; give no office and no department',
  'last-admin': 'this is the last admin; name another one first',
  'own-account': 'nobody stops themselves',
}
