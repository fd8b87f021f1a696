import { enableStaff } from '../use-cases/staff/enable-staff.ts'
import type { Command } from './command.ts'
import { onAccount, outcomeHelp } from './staff-outcome.ts'
import { withDatabase } from './with-database.ts'

/** `okienko staff enable NAME`: lets a stopped account work again. */
export const staffEnable: Command = {
  name: 'staff enable',
  usage: 'NAME [--json]',
  summary: 'Lets a stopped account work again.',
  help: ['', 'It signs in with the password it had.', '', ...outcomeHelp],
  flags: ['json'],
  run: (asked, console) =>
    onAccount('staff enable', asked, console, name =>
      withDatabase(console.config, async house => {
        await enableStaff(house, name)
        return undefined
      }),
    ),
}
