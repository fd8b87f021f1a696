import type { Config } from '../config.ts'

/** One command of the program: a thin shell around one use case. */
export interface Command {
  /** As it is typed, one word or two: `load`, `staff add`. */
  readonly name: string
  /** After the name: `DIR [--dry-run]`. */
  readonly usage: string
  /** One sentence for the list of commands. */
  readonly summary: string
  /** More for `--help`, line by line. */
  readonly help: readonly string[]
  /** Options without a value, besides `--help`: `dry-run`. */
  readonly flags: readonly string[]
  /** Options with a value: `role` of `--role clerk`. */
  readonly options?: readonly string[]
  /** @returns the exit code: 0 done, 1 not done, 2 wrong use */
  run(asked: Asked, console: Console): Promise<ExitCode>
}

export type ExitCode = 0 | 1 | 2

/** What was typed after the command's name. */
export interface Asked {
  readonly words: readonly string[]
  readonly flags: ReadonlySet<string>
  /** The value of each option that was given one. */
  readonly options: ReadonlyMap<string, string>
}

/** Where a command speaks, and what it may read. */
export interface Console {
  print(line: string): void
  complain(line: string): void
  /** Says when whoever waits wants it to stop; asked only by commands that can. */
  stop(): AbortSignal
  readonly config: Config
}
