import type { HandedOver } from '../use-cases/staff/add-staff.ts'
import { AccountRefused } from '../use-cases/staff/errors.ts'
import type { Asked, Console, ExitCode } from './command.ts'
import { faultOf } from './staff-faults.ts'

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
