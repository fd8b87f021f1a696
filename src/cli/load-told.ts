import type { Problem } from '../city-folder/problem.ts'
import type { CityLoad } from '../use-cases/manager/load-city.ts'
import type { Asked, Console, ExitCode } from './command.ts'

/** What a load did or would do, a line each. */
export function told({ version, changes, relaidDays }: CityLoad, dryRun: boolean): string[] {
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

/** Prints everything that is wrong with a folder, and answers the exit code. */
export function refuse(asked: Asked, console: Console, problems: readonly Problem[]): ExitCode {
  if (asked.flags.has('json')) {
    console.print(JSON.stringify({ problems }))
    return 1
  }
  for (const { file, line, message } of problems) console.complain(`${file}:${line}  ${message}`)
  console.complain(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}; nothing was loaded`)
  return 1
}
