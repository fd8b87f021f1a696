import { migrate as bringUp, pendingMigrations } from '../repositories/database.ts'
import type { Asked, Command, Console, ExitCode } from './command.ts'
import { withBareDatabase } from './with-database.ts'

/** `okienko migrate`: the schema of the database becomes this program's. */
export const migrate: Command = {
  name: 'migrate',
  usage: '[--dry-run] [--json]',
  summary: 'Brings the tables up to this program, as every start does.',
  help: [
    '',
    'Several processes may do so at once: one migrates, the others wait.',
    '',
    '  --dry-run   only says what would be done',
    '  --json      answers in JSON',
    '',
    'Exit code 0: done, or nothing to do. 2: wrong use.',
  ],
  flags: ['dry-run', 'json'],
  run: async (asked, console) => {
    if (asked.words.length === 0) return bringUpTables(asked, console)
    console.complain('migrate takes no words')
    return 2
  },
}

async function bringUpTables(asked: Asked, console: Console): Promise<ExitCode> {
  const dryRun = asked.flags.has('dry-run')
  const names = await withBareDatabase(console.config, db => (dryRun ? pendingMigrations(db) : bringUp(db)))
  if (asked.flags.has('json')) {
    console.print(JSON.stringify({ dryRun, migrations: names }))
    return 0
  }
  for (const name of names) console.print(name)
  console.print(`${names.length} migrations ${dryRun ? 'would be run' : 'were run'}`)
  return 0
}
