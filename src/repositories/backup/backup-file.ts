import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable, pipeline as connect } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

/** Counts the ways in which a backup was ever written down. */
export const backupFormat = 1

/** What a column holds, as JSON can say it on either engine. */
export type Cell = string | number | boolean | null

/** One line of a backup: its head, the beginning of a table, or a row of the table begun last. */
export type Part = Head | TableHead | readonly Cell[]

export interface Head {
  readonly backup: 'okienko'
  /** See `backupFormat`. */
  readonly format: number
  /** UTC instant. */
  readonly takenAt: string
  readonly engine: 'sqlite' | 'postgresql'
  /** Names of the migrations that made its tables, in order. */
  readonly migrations: readonly string[]
}

export interface TableHead {
  readonly table: string
  readonly columns: readonly string[]
  /** The last number given away, where the table counts its rows; none is ever given twice. */
  readonly lastNumber?: number
}

/** How much a backup holds. */
export interface Extent {
  readonly tables: number
  readonly rows: number
  /** SHA-256 of its lines, in hexadecimal. */
  readonly sha256: string
}

/** This is no backup that can be restored; the message is a sentence. */
export class BackupUnreadable extends Error {
  override readonly name = 'BackupUnreadable'
}

/**
 * Writes a backup: JSON lines, compressed, readable by its owner only. The file appears under its name whole or not at all.
 *
 * @throws {Error} with code EEXIST if somebody else writes the same backup now; AbortError once `stop` says so
 */
export async function writeBackup(file: string, parts: AsyncIterable<Part>, stop?: AbortSignal): Promise<Extent> {
  const draft = `${file}.part`
  const lines = linesOf(parts)
  const written = createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true })
  try {
    await pipeline(Readable.from(lines.text()), createGzip({ level: 6 }), written, { ...(stop && { signal: stop }) })
    await rename(draft, file)
  } catch (error) {
    // Its opening goes on after a stop, and would leave a draft behind.
    if (!written.closed) await new Promise<void>(resolve => written.once('close', () => resolve()))
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rm(draft, { force: true })
    throw error
  }
  return lines.extent()
}

/**
 * Reads a backup part by part. That it is whole is known only at the end: read it once before anything is done with it.
 *
 * @throws {BackupUnreadable}
 */
export async function* readBackup(file: string): AsyncGenerator<Part, Extent> {
  const hash = createHash('sha256')
  const counted = { tables: 0, rows: 0 }
  let end: Extent | undefined
  for await (const line of linesIn(file)) {
    const part = parsed(line)
    if (end) throw new BackupUnreadable('there is something after its end')
    if ('end' in part) {
      end = part.end
      continue
    }
    hash.update(`${line}\n`)
    if (Array.isArray(part)) counted.rows += 1
    else if ('table' in part) counted.tables += 1
    yield part
  }
  const found = { ...counted, sha256: hash.digest('hex') }
  if (!end) throw new BackupUnreadable('its end is missing')
  if (end.sha256 !== found.sha256) throw new BackupUnreadable('it was changed or damaged: its checksum is not its own')
  return found
}

function linesOf(parts: AsyncIterable<Part>): { text(): AsyncGenerator<string>; extent(): Extent } {
  const hash = createHash('sha256')
  const counted = { tables: 0, rows: 0 }
  let extent: Extent = { ...counted, sha256: '' }
  async function* text() {
    for await (const part of parts) {
      if (Array.isArray(part)) counted.rows += 1
      else if ('table' in part) counted.tables += 1
      const line = `${JSON.stringify(part)}\n`
      hash.update(line)
      yield line
    }
    extent = { ...counted, sha256: hash.digest('hex') }
    yield `${JSON.stringify({ end: extent })}\n`
  }
  return { text, extent: () => extent }
}

async function* linesIn(file: string): AsyncGenerator<string> {
  const unpacked = createGunzip()
  connect(createReadStream(file), unpacked, () => undefined) // an error comes out of the loop below
  unpacked.setEncoding('utf8')
  let rest = ''
  try {
    for await (const chunk of unpacked as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } catch (error) {
    throw new BackupUnreadable(troubleOf(error))
  }
  if (rest !== '') throw new BackupUnreadable('its last line is cut off')
}

function troubleOf(error: unknown): string {
  const { code = '' } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return 'there is no such file'
  return code.startsWith('Z_') ? 'it is not compressed as a backup is, or is cut off' : `it cannot be read (${code})`
}

function parsed(line: string): Part | { readonly end: Extent } {
  try {
    const part = JSON.parse(line) as unknown
    if (part !== null && typeof part === 'object') return part as Part | { readonly end: Extent }
  } catch {
    // told below
  }
  throw new BackupUnreadable('it has a line that is not JSON')
}
