import { disableStaff } from '../use-cases/staff/disable-staff.ts'
import type { Command } from './command.ts'
import { onAccount, outcomeHelp } from './staff-outcome.ts'
import { withDatabase } from './with-database.ts'

/** `okienko staff disable NAME`: stops an account. */
export const staffDisable: Command = {
  name: 'staff disable',
  usage: 'NAME [--json]',
  summary: 'Stops an account and signs it out everywhere.',
  help: ['', 'What it did stays in the audit log. The last admin cannot be stopped.', '', ...outcomeHelp],
  flags: ['json'],
  run: (asked, console) =>
    onAccount('staff disable', asked, console, name =>
      withDatabase(console.config, async house => {
        await disableStaff(house, name)
        return undefined
      }),
    ),
}
