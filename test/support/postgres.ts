import { spawn, execFileSync, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, chmodSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { accountFor, isOther, type Account } from './postgres-account.ts'
import { postgresBinaries } from './postgres-binaries.ts'

/** A PostgreSQL server of its own in a temporary folder, reached by a socket; gone when the process that started it is. */
export interface PostgresServer {
  /** Address of one of its databases. */
  urlOf(database: string): string
  /** Ends the server at once; its folder goes with it. */
  stop(): Promise<void>
}

/** Starts a throw-away server. `undefined` where there are no binaries for this machine. Takes about 0.7 s. */
export async function startPostgres(): Promise<PostgresServer | undefined> {
  const account = accountFor(process.getuid?.())
  const binaries = postgresBinaries(account)
  if (!binaries) return undefined

  const folder = emptyFolder(account)
  const options: SpawnOptions = { ...account, cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' } }
  createCluster(binaries, folder, options)
  const server = serve(binaries, folder, options)
  await readiness(server)
  return { urlOf: database => urlOf(folder, database), stop: () => stop(server) }
}

function emptyFolder(account: Account): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'okienko-pg-'))
  chmodSync(folder, 0o755)
  mkdirSync(path.join(folder, 'cluster'), { mode: 0o700 })
  if (isOther(account)) {
    chownSync(folder, account.uid, account.gid)
    chownSync(path.join(folder, 'cluster'), account.uid, account.gid)
  }
  return folder
}

function createCluster(binaries: string, folder: string, options: SpawnOptions): void {
  const flags = ['-D', `${folder}/cluster`, '-U', 'okienko', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--no-instructions']
  execFileSync(`${binaries}/initdb`, flags, { ...options, stdio: 'pipe' })
}

// The server lives as long as the shell's standard input is open. However the tests end, kill -9 included, the pipe
// closes, and server and folder go.
const untilInputEnds = `exec 3<&0
"$@" & server=$!
{ cat <&3 >/dev/null; kill -QUIT $server; } 2>/dev/null & watcher=$!
wait $server; code=$?
kill $watcher 2>/dev/null
cd /; rm -rf "$FOLDER"; exit $code`

function serve(binaries: string, folder: string, options: SpawnOptions): ChildProcess {
  const settings = ['listen_addresses=', 'fsync=off', 'max_connections=300', 'timezone=UTC', 'shared_buffers=64MB']
  const flags = ['-D', `${folder}/cluster`, '-k', folder, ...settings.flatMap(setting => ['-c', setting])]
  return spawn('/bin/sh', ['-c', untilInputEnds, 'sh', `${binaries}/postgres`, ...flags], {
    ...options,
    env: { ...options.env, FOLDER: folder },
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true, // Ctrl-C reaches the tests first, which still want to close their connections
  })
}

/** Resolves once the server takes connections; rejects with its log if it ends first. */
function readiness(server: ChildProcess): Promise<void> {
  let log = ''
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', code => reject(new Error(`PostgreSQL ended with ${code}\n${log}`)))
    server.stderr?.on('data', (chunk: Buffer) => {
      if (log.length < 100_000) log += chunk.toString()
      if (log.includes('ready to accept connections')) resolve(letGo(server))
    })
  })
}

/** A running server alone does not keep the tests' process alive. */
function letGo(server: ChildProcess): void {
  server.unref()
  for (const pipe of [server.stdin, server.stderr]) (pipe as unknown as { unref(): void }).unref()
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const gone = once(server, 'exit')
  server.ref()
  server.stdin?.end()
  await gone
}

function urlOf(folder: string, database: string): string {
  return `postgres://okienko@localhost/${database}?host=${encodeURIComponent(folder)}`
}
