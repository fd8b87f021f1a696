import { BackupUnreadable } from '../repositories/backup/backup-file.ts'
import type { House } from '../use-cases/house.ts'
import { BookingsInTheWay, restore as restoreFrom } from '../use-cases/operator/restore.ts'
import { verify } from '../use-cases/operator/verify.ts'
import type { Asked, Command, Console, ExitCode } from './command.ts'
import { isStopped } from './progress.ts'
import { withDatabase } from './with-database.ts'

/** `okienko restore FILE`: puts a backup in place of what the database holds. */
export const restore: Command = {
  name: 'restore',
  usage: 'FILE [--replace] [--json]',
  summary: 'Puts a backup in place of what the database holds.',
  help: [
    '',
    'The file is read from end to end before anything is touched; then everything is replaced in one transaction, or nothing.',
    'It may come from SQLite or PostgreSQL and from an older program. Afterwards every booked day is audited.',
    'Stop the program first: what is booked meanwhile would be lost. Staff must sign in again.',
    '',
    '  --replace   also where the database holds bookings',
    '  --json      answers in JSON',
    '',
    'Exit code 0: restored, no violation. 1: not restored, or with violations. 2: wrong use.',
  ],
  flags: ['replace', 'json'],
  run: restoreOne,
}

async function restoreOne(asked: Asked, console: Console): Promise<ExitCode> {
  const [file, ...more] = asked.words
  if (file === undefined || more.length > 0) {
    console.complain('restore takes one file that backup has made')
    return 2
  }
  try {
    return await withDatabase(console.config, house => replaceAndVerify(house, file, asked, console))
  } catch (error) {
    console.complain(`${troubleOf(error, file)}; nothing was changed`)
    return 1
  }
}

async function replaceAndVerify(house: House, file: string, asked: Asked, console: Console): Promise<ExitCode> {
  const done = await restoreFrom(house, file, {
    replace: asked.flags.has('replace'),
    told: table => console.complain(`restoring ${table}`),
    stop: console.stop(),
  })
  console.complain('verifying')
  let violations = 0
  for await (const violation of verify(house)) violations += Number(violation.from >= 0)

  const { takenAt, rows, tables } = done
  const inWords = `restored as of ${takenAt}: ${rows} rows of ${tables} tables; ${violations} violations`
  console.print(asked.flags.has('json') ? JSON.stringify({ file, ...done, violations }) : inWords)
  return violations > 0 ? 1 : 0
}

function troubleOf(error: unknown, file: string): string {
  if (isStopped(error)) return 'stopped'
  if (error instanceof BackupUnreadable) return `${file} cannot be restored: ${error.message}`
  if (error instanceof BookingsInTheWay) return `${error.message}; --replace takes them away`
  throw error
}
