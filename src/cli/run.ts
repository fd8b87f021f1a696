import { parseArgs } from 'node:util'
import { ConfigError, configOf } from '../config.ts'
import type { Command, Console, ExitCode } from './command.ts'
import { load } from './load.ts'
import { verify } from './verify.ts'

// One line for each command; each lives in a file of its own name.
const commands: readonly Command[] = [load, verify]

/** What the program is given from outside. */
export type Surroundings = Pick<Console, 'print' | 'complain'> & {
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Runs one command. @returns the exit code: 0 done, 1 not done, 2 wrong use */
export async function run(typed: readonly string[], { environment, ...speak }: Surroundings): Promise<ExitCode> {
  const [name, ...rest] = typed
  if (name === undefined || name === '--help' || name === 'help') {
    speak.print(overview())
    return name === undefined ? 2 : 0
  }
  const command = commands.find(one => one.name === name)
  if (!command) return wrong(speak, `there is no command ${name}`, overview())
  if (rest.includes('--help')) {
    speak.print(helpOf(command))
    return 0
  }
  try {
    const options = Object.fromEntries(command.flags.map(flag => [flag, { type: 'boolean' as const }]))
    const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true })
    return await command.run(
      { words: positionals, flags: new Set(Object.keys(values)) },
      { ...speak, config: configOf(environment) },
    )
  } catch (error) {
    if (isWrongUse(error)) return wrong(speak, error.message, helpOf(command))
    if (!(error instanceof ConfigError)) throw error
    speak.complain(error.message)
    return 2
  }
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
