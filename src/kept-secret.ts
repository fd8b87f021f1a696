import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ConfigError } from './config.ts'

/**
 * The key of links and cookies that is kept in a file; made on the first start, readable by its owner only.
 * Processes that start at once agree: a whole file appears under its name at one stroke, and who comes second reads it.
 *
 * @throws {ConfigError} if it cannot be read or written
 */
export function keptSecret(path: string): string {
  try {
    return read(path) ?? make(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw error instanceof ConfigError ? error : new ConfigError(`The secret cannot be kept in ${path}: ${code ?? 'unknown'}.`)
  }
}

/** Where the secret is kept: beside the SQLite file, or in `var` where the database is elsewhere. */
export function secretPath(databaseUrl: string): string {
  const file = /^file:(.+)$/.exec(databaseUrl)?.[1]
  return join(file === undefined ? 'var' : dirname(file), 'secret')
}

function read(path: string): string | undefined {
  try {
    const kept = readFileSync(path, 'utf8').trim()
    if (kept.length < 16) throw new ConfigError(`The file ${path} should hold a secret of at least 16 characters.`)
    return kept
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function make(path: string): string {
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  return keptSecret(path)
}
