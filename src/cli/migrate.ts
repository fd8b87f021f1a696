import { migrate as bringUp, pendingMigrations, unlockMigrations } from '../repositories/database.ts'
import type { Asked, Command, Console, ExitCode } from './command.ts'
import { withBareDatabase } from './with-database.ts'

/** `okienko migrate`: the schema of the database becomes this program's. */
export const migrate: Command = {
  name: 'migrate',
  usage: '[--dry-run] [--unlock] [--json]',
  summary: 'Brings the tables up to this program, as every start does.',
  help: [
    '',
    'Several processes may do so at once: one migrates, the others wait.',
    '',
    '  --dry-run   only says what would be done',
    '  --unlock    before, takes away the lock of a process that died while it migrated:',
    '              only where no other process of this database runs',
    '  --json      answers in JSON',
    '',
    'Exit code 0: done, or nothing to do. 1: another process keeps the tables locked. 2: wrong use.',
  ],
  flags: ['dry-run', 'unlock', 'json'],
  run: async (asked, console) => {
    if (asked.words.length === 0) return bringUpTables(asked, console)
    console.complain('migrate takes no words')
    return 2
  },
}

async function bringUpTables(asked: Asked, console: Console): Promise<ExitCode> {
  const dryRun = asked.flags.has('dry-run')
  const names = await withBareDatabase(console.config, async db => {
    if (dryRun) return pendingMigrations(db)
    if (asked.flags.has('unlock')) await unlockMigrations(db)
    return bringUp(db)
  })
  if (asked.flags.has('json')) {
    console.print(JSON.stringify({ dryRun, migrations: names }))
    return 0
  }
  for (const name of names) console.print(name)
  console.print(`${names.length} migrations ${dryRun ? 'would be run' : 'were run'}`)
  return 0
}
