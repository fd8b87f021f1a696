import type { StaffAccount } from '../domain/staff/staff.ts'
import { writtenRoles } from '../use-cases/staff/checked-roles.ts'
import { listStaff } from '../use-cases/staff/list-staff.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-database.ts'

/** `okienko staff list`: every account and its roles. */
export const staffList: Command = {
  name: 'staff list',
  usage: '[--json]',
  summary: 'Lists staff accounts and their roles.',
  help: ['', '  --json   one JSON object a line', '', 'Exit code 0: done. 2: wrong use.'],
  flags: ['json'],
  run: async (asked, console) => {
    if (asked.words.length > 0) {
      console.complain('staff list takes no name')
      return 2
    }
    const accounts = await withDatabase(console.config, listStaff)
    for (const account of accounts) console.print(asked.flags.has('json') ? JSON.stringify(account) : told(account))
    return 0
  },
}

function told({ name, roles, disabledAt }: StaffAccount): string {
  return `${name.padEnd(24)} ${writtenRoles(roles)}${disabledAt === undefined ? '' : `  (disabled ${disabledAt})`}`
}
