import { readCityFolder } from '../city-folder/read-city-folder.ts'
import { loadCity, RecordsMoved } from '../use-cases/manager/load-city.ts'
import type { Asked, Command, Console, ExitCode } from './command.ts'
import { withDatabase } from './with-database.ts'
import { told, refuse } from './load-told.ts'

/** `okienko load DIR`: checks a city folder and puts it in force. */
export const load: Command = {
  name: 'load',
  usage: 'DIR [--dry-run] [--json]',
  summary: 'Loads a city from a folder of YAML files.',
  help: [
    '',
    'The folder is checked whole; every mistake is named with its file and line, and then nothing is loaded.',
    'The same folder twice changes nothing. Bookings are kept.',
    '',
    '  --dry-run   only says what would change',
    '  --json      answers in JSON',
    '',
    'Exit code 0: loaded, or nothing to change. 1: the folder has mistakes. 2: wrong use.',
  ],
  flags: ['dry-run', 'json'],
  run: loadFolder,
}

async function loadFolder(asked: Asked, console: Console): Promise<ExitCode> {
  const [folder, ...more] = asked.words
  if (folder === undefined || more.length > 0) {
    console.complain('load takes one folder, such as db/seeds/krakow')
    return 2
  }
  const reading = readCityFolder(folder)
  if ('problems' in reading) return refuse(asked, console, reading.problems)

  const dryRun = asked.flags.has('dry-run')
  try {
    const done = await withDatabase(console.config, house => loadCity(house, reading.city, { dryRun }))
    for (const line of asked.flags.has('json') ? [JSON.stringify({ dryRun, ...done })] : told(done, dryRun)) console.print(line)
    return 0
  } catch (error) {
    if (!(error instanceof RecordsMoved)) throw error
    return refuse(
      asked,
      console,
      error.faults.map(message => ({ file: folder, line: 1, message })),
    )
  }
}
