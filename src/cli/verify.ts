import { isOfficeDate } from '../domain/calendar.ts'
import type { Violation } from '../domain/capacity/violation.ts'
import { clockTime } from '../language/dates.ts'
import { verify as verifyDays } from '../use-cases/operator/verify.ts'
import type { Asked, Command, Console, ExitCode } from './command.ts'
import { withDatabase } from './with-database.ts'

/** `okienko verify`: the audit of bookings against rules and ledger. */
export const verify: Command = {
  name: 'verify',
  usage: '[FROM] [--json]',
  summary: 'Audits every booked day: limits, desks, ledger.',
  help: [
    '',
    'Prints every minute of a zone above its limit, every desk claimed twice, every difference between ledger and bookings,',
    'and every booking that cannot be read, has no desk here or is not in the building as it must be.',
    'The last line says how many.',
    '',
    '  FROM     first date, such as 2020-05-11; without it every day is audited',
    '  --json   one JSON object a line',
    '',
    'Exit code 0: no violation. 1: there are some. 2: wrong use.',
  ],
  flags: ['json'],
  run: async (asked, console) => {
    const [from, ...more] = asked.words
    if (more.length > 0 || (from !== undefined && !isOfficeDate(from))) {
      console.complain('verify takes one date at most, such as 2020-05-11')
      return 2
    }
    return print(asked, console, from)
  },
}

async function print(asked: Asked, console: Console, from: string | undefined): Promise<ExitCode> {
  const found = await withDatabase(console.config, async house => {
    let count = 0
    for await (const violation of verifyDays(house, from)) {
      count += 1
      console.print(asked.flags.has('json') ? JSON.stringify(violation) : told(violation))
    }
    return count
  })
  console.print(`${found} violations`)
  return found > 0 ? 1 : 0
}

function told(violation: Violation): string {
  const { officeId, date, from, to, kind, ...rest } = violation
  const facts = Object.entries(rest).map(([name, value]) => `${name} ${String(value)}`)
  return `${officeId} ${date} ${clockTime(from)}-${clockTime(to)} ${kind}: ${facts.join(', ')}`
}
