import { roles, type Role } from '../domain/staff/role.ts'
import type { HeldRole } from '../domain/staff/roles.ts'
import { addStaff } from '../use-cases/staff/add-staff.ts'
import type { Command } from './command.ts'
import { onAccount, outcomeHelp } from './staff-outcome.ts'
import { withDatabase } from './with-database.ts'

/** `okienko staff add NAME --role ROLE`: makes an account and prints its first password. */
export const staffAdd: Command = {
  name: 'staff add',
  usage: 'NAME --role ROLE [--office ID] [--department ID] [--json]',
  summary: 'Adds a staff account and prints its first password.',
  help: [
    '',
    `  --role        one of ${roles.join(', ')}; several with commas`,
    '  --office      only there; without it in all offices',
    '  --department  only there; without it in all departments',
    ...outcomeHelp,
  ],
  flags: ['json'],
  options: ['role', 'office', 'department'],
  run: async (asked, console) => {
    const named = (asked.options.get('role') ?? '').split(',').map(word => word.trim())
    if (!named.every(isRole)) {
      console.complain(`staff add takes --role with one of ${roles.join(', ')}`)
      return 2
    }
    const officeId = asked.options.get('office')
    const departmentId = asked.options.get('department')
    const held = named.map((role): HeldRole => ({ role, ...(officeId && { officeId }), ...(departmentId && { departmentId }) }))
    return onAccount('staff add', asked, console, name =>
      withDatabase(console.config, house => addStaff(house, { name, roles: held })),
    )
  },
}

function isRole(word: string): word is Role {
  return roles.some(role => role === word)
}
