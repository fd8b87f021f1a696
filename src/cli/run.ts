import { parseArgs } from 'node:util'
import { ConfigError, configOf } from '../config.ts'
import { MigrationsLocked } from '../repositories/database.ts'
import { backup } from './backup.ts'
import type { Asked, Command, Console, ExitCode } from './command.ts'
import { load } from './load.ts'
import { migrate } from './migrate.ts'
import { restore } from './restore.ts'
import { printDay } from './print-day.ts'
import { printPack } from './print-pack.ts'
import { staffAdd } from './staff-add.ts'
import { staffDisable } from './staff-disable.ts'
import { staffEnable } from './staff-enable.ts'
import { staffList } from './staff-list.ts'
import { staffReset } from './staff-reset.ts'
import { verify } from './verify.ts'

/** Every command, in the order of the overview; each lives in a file of its own name. */
export const commands: readonly Command[] = [
  ...[load, verify, backup, restore, migrate, printDay, printPack],
  ...[staffAdd, staffReset, staffDisable, staffEnable, staffList],
]

/** What the program is given from outside. */
export type Surroundings = Pick<Console, 'print' | 'complain'> & {
  readonly stop?: () => AbortSignal
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Runs one command. @returns the exit code: 0 done, 1 not done, 2 wrong use */
export async function run(typed: readonly string[], { environment, stop = never, ...speak }: Surroundings): Promise<ExitCode> {
  const [name] = typed
  const asksWhatThereIs = name === '--help' || name === 'help' || (isPlural(name ?? '') && typed[1] === '--help')
  if (name === undefined || asksWhatThereIs) {
    speak.print(overview())
    return name === undefined ? 2 : 0
  }
  const command = commands.find(one => one.name === typed.slice(0, wordsIn(one.name)).join(' '))
  if (!command) return wrong(speak, `there is no command ${typed.slice(0, isPlural(name) ? 2 : 1).join(' ')}`, overview())
  const rest = typed.slice(wordsIn(command.name))
  if (rest.includes('--help')) {
    speak.print(helpOf(command))
    return 0
  }
  try {
    return await command.run(askedOf(command, rest), { ...speak, stop, config: configOf(environment) })
  } catch (error) {
    if (isWrongUse(error)) return wrong(speak, error.message, helpOf(command))
    if (error instanceof MigrationsLocked) return locked(speak, error)
    if (!(error instanceof ConfigError)) throw error
    speak.complain(error.message)
    return 2
  }
}

function locked(speak: Pick<Console, 'complain'>, { message }: MigrationsLocked): ExitCode {
  speak.complain(`The database is locked: ${message}`)
  return 1
}

function never(): AbortSignal {
  return new AbortController().signal
}

function askedOf(command: Command, typed: readonly string[]): Asked {
  const options = Object.fromEntries<{ type: 'boolean' | 'string' }>([
    ...command.flags.map(flag => [flag, { type: 'boolean' as const }] as const),
    ...(command.options ?? []).map(option => [option, { type: 'string' as const }] as const),
  ])
  const { values, positionals } = parseArgs({ args: [...typed], options, allowPositionals: true })
  const given = Object.entries(values)
  return {
    words: positionals,
    flags: new Set(given.filter(([, value]) => value === true).map(([name]) => name)),
    options: new Map(given.filter((pair): pair is [string, string] => typeof pair[1] === 'string')),
  }
}

function wordsIn(name: string): number {
  return name.split(' ').length
}

/** Whether commands of two words begin with this one: `staff`. */
function isPlural(word: string): boolean {
  return commands.some(({ name }) => name.startsWith(`${word} `))
}

function isWrongUse(error: unknown): error is Error {
  return error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
}

function wrong(speak: Pick<Console, 'complain'>, fault: string, help: string): ExitCode {
  speak.complain(`${fault}\n\n${help}`)
  return 2
}

function overview(): string {
  const lines = commands.map(({ name, usage, summary }) => `  ${`${name} ${usage}`.padEnd(34)} ${summary}`)
  return ['usage: npm run okienko -- <command> [--help]', '', ...lines].join('\n')
}

function helpOf({ name, usage, summary, help }: Command): string {
  return [`usage: npm run okienko -- ${name} ${usage}`, '', summary, ...help].join('\n')
}
