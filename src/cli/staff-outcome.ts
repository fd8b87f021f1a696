import { NotFound } from '../use-cases/errors.ts'
import type { HandedOver } from '../use-cases/staff/add-staff.ts'
import { AccountRefused } from '../use-cases/staff/errors.ts'
import type { Asked, Console, ExitCode } from './command.ts'

/** What every command about one account ends with for `--help`. */
export const outcomeHelp = ['  --json        answers in JSON', '', 'Exit code 0: done. 1: not done. 2: wrong use.']

/** Does something to the account that was named, and says what came of it. */
export async function onAccount(
  command: string,
  asked: Asked,
  console: Console,
  act: (name: string) => Promise<HandedOver | undefined>,
): Promise<ExitCode> {
  const [name, ...more] = asked.words
  if (name === undefined || more.length > 0) {
    console.complain(`${command} takes one name of an account, such as anna.nowak`)
    return 2
  }
  try {
    const handedOver = await act(name)
    console.print(asked.flags.has('json') ? JSON.stringify(handedOver ?? { name }) : told(name, handedOver))
    return 0
  } catch (error) {
    const fault = faultOf(error)
    if (fault === undefined) throw error
    if (asked.flags.has('json'))
      console.print(JSON.stringify({ fault: error instanceof AccountRefused ? error.fault : 'not-found' }))
    else console.complain(fault)
    return 1
  }
}

function told(name: string, handedOver: HandedOver | undefined): string {
  return handedOver ? `${handedOver.name}, password ${handedOver.password} (shown once, to be changed)` : `done: ${name}`
}

function faultOf(error: unknown): string | undefined {
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
