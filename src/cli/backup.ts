import { existsSync, statSync } from 'node:fs'
import { DatabaseUnfit } from '../repositories/backup/snapshot.ts'
import { systemClock } from '../time.ts'
import { backUp } from '../use-cases/operator/back-up.ts'
import type { Asked, Command, Console, ExitCode } from './command.ts'
import { isStopped, tellRows } from './progress.ts'
import { withBareDatabase } from './with-database.ts'

/** `okienko backup FILE`: the whole database in one file, while the program runs. */
export const backup: Command = {
  name: 'backup',
  usage: 'FILE [--replace] [--json]',
  summary: 'Writes the whole database to one file, while the program runs.',
  help: [
    '',
    'The file holds every table as it stood at one moment: JSON lines, compressed, with a checksum. It is read again before',
    'it counts as done. It can be restored on SQLite and on PostgreSQL. It holds personal data: only its owner may read it.',
    'The key of links and cookies (SECRET, or the file beside the database) is not in it: keep that somewhere else.',
    '',
    '  --replace   writes over an older file',
    '  --json      answers in JSON',
    '',
    'Exit code 0: done. 1: not done, or stopped. 2: wrong use.',
  ],
  flags: ['replace', 'json'],
  run: backUpTo,
}

async function backUpTo(asked: Asked, console: Console): Promise<ExitCode> {
  const [file, ...more] = asked.words
  if (file === undefined || more.length > 0) {
    console.complain('backup takes one file, such as var/okienko.backup.gz')
    return 2
  }
  if (existsSync(file) && !asked.flags.has('replace')) {
    console.complain(`${file} is there already; --replace writes over it`)
    return 1
  }
  try {
    // The real time, in a rehearsal too: it says how old the file is.
    const takenAt = systemClock().instant()
    const watch = { told: tellRows(console), stop: console.stop() }
    const extent = await withBareDatabase(console.config, db => backUp(db, file, takenAt, watch))
    const done = { file, takenAt, ...extent, bytes: statSync(file).size }
    console.print(asked.flags.has('json') ? JSON.stringify(done) : inWords(done))
    return 0
  } catch (error) {
    console.complain(`${troubleOf(error, file)}; nothing was written`)
    return 1
  }
}

function inWords({ file, tables, rows, bytes }: { file: string; tables: number; rows: number; bytes: number }): string {
  return `${file}: ${rows} rows of ${tables} tables, ${bytes} bytes, read again and found whole`
}

function troubleOf(error: unknown, file: string): string {
  if (isStopped(error)) return 'stopped'
  if (error instanceof DatabaseUnfit) return error.message
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EEXIST') return `another backup to ${file} is being made, or was cut off: see ${file}.part`
  if (code === undefined) throw error
  return `${file} cannot be written, or the database cannot be read: ${code}`
}
