import { readCityFolder } from '../city-folder/read-city-folder.ts'
import type { Problem } from '../city-folder/problem.ts'
import { loadCity, NumbersMoved } from '../use-cases/manager/load-city.ts'
import type { CityLoad } from '../use-cases/manager/load-city.ts'
import type { Asked, Command, Console, ExitCode } from './command.ts'
import { withDatabase } from './with-database.ts'

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
    if (!(error instanceof NumbersMoved)) throw error
    return refuse(
      asked,
      console,
      error.faults.map(message => ({ file: folder, line: 1, message })),
    )
  }
}

function refuse(asked: Asked, console: Console, problems: readonly Problem[]): ExitCode {
  if (asked.flags.has('json')) {
    console.print(JSON.stringify({ problems }))
    return 1
  }
  for (const { file, line, message } of problems) console.complain(`${file}:${line}  ${message}`)
  console.complain(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}; nothing was loaded`)
  return 1
}

function told({ version, changes, relaidDays }: CityLoad, dryRun: boolean): string[] {
  if (changes.length === 0) return [`nothing to change; version ${version} stays in force`]
  const lines = changes.flatMap(({ subject, added, changed, retired, reordered }) => [
    ...named(`${wordsOf(subject)}: added`, added),
    ...named(`${wordsOf(subject)}: changed`, changed),
    ...named(`${wordsOf(subject)}: retired`, retired),
    ...(reordered ? [`${wordsOf(subject)}: in another order`] : []),
  ])
  const last = dryRun
    ? 'nothing was loaded (dry run)'
    : `version ${version} is in force; ${relaidDays} opened days were laid out anew`
  return [...lines, last]
}

const mostNames = 8

function named(what: string, ids: readonly string[]): string[] {
  const rest = ids.length > mostNames ? ` and ${ids.length - mostNames} more` : ''
  return ids.length > 0 ? [`${what} ${ids.length} (${ids.slice(0, mostNames).join(', ')}${rest})`] : []
}

/** `desk groups` of `deskGroups`. */
function wordsOf(subject: string): string {
  return subject.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
}
