import { resetPassword } from '../use-cases/staff/reset-password.ts'
import type { Command } from './command.ts'
import { onAccount, outcomeHelp } from './staff-outcome.ts'
import { withDatabase } from './with-database.ts'

/** `okienko staff reset NAME`: gives an account a new password and prints it. */
export const staffReset: Command = {
  name: 'staff reset',
  usage: 'NAME [--json]',
  summary: 'Gives an account a new password and prints it.',
  help: ['', 'Its telephone and recovery codes are forgotten, and it is signed out everywhere.', '', ...outcomeHelp],
  flags: ['json'],
  run: (asked, console) =>
    onAccount('staff reset', asked, console, name => withDatabase(console.config, house => resetPassword(house, name))),
}
