import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'

/** The real program in a process of its own. */
export interface Server {
  /** Where it listens, without a slash at the end. */
  readonly url: string
  readonly pid: number
  /** What it has written to standard output and to standard error so far. */
  output(): string
  log(): string
  /** Asks it to stop (SIGTERM); resolves to its exit code. */
  stop(): Promise<number | null>
  /** Ends it in the middle of whatever it does (SIGKILL). */
  kill(): Promise<void>
}

const rootFolder = path.resolve(import.meta.dirname, '../..')
const patienceMs = 60_000
const running = new Set<ChildProcess>()
process.once('exit', () => running.forEach(child => child.kill('SIGKILL')))

/**
 * Starts `src/main.ts` on a free port and waits until it serves. Start several with one `DATABASE_URL` for races.
 *
 * @param settings  the program's settings; none is inherited from the shell the tests run in
 * @throws if it ends before it serves, with what it logged
 */
export async function startServer(settings: Readonly<Record<string, string>>): Promise<Server> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: rootFolder,
    env: { PATH: process.env['PATH'] ?? '', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))

  const output: string[] = []
  const log: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => log.push(chunk))
  const lines = createInterface(child.stdout).on('line', line => output.push(line))
  const logged = () => Buffer.concat(log).toString()

  const url = await firstAddress(child, lines, logged)
  return {
    url,
    pid: child.pid ?? 0,
    output: () => output.join('\n'),
    log: logged,
    stop: () => end(child, 'SIGTERM'),
    kill: async () => void (await end(child, 'SIGKILL')),
  }
}

/** The address in the line `{"listening":"http://…"}`. */
function firstAddress(child: ChildProcess, lines: NodeJS.EventEmitter, logged: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const impatience = setTimeout(() => fail('did not serve in time'), patienceMs)
    const fail = (what: string) => {
      clearTimeout(impatience)
      child.kill('SIGKILL')
      reject(new Error(`the program ${what}\n${logged()}`))
    }
    child.once('error', error => fail(`could not be started: ${error.message}`))
    child.once('close', code => fail(`ended with ${code} before it served`))
    lines.on('line', (line: string) => {
      if (!line.startsWith('{"listening":')) return
      clearTimeout(impatience)
      resolve((JSON.parse(line) as { listening: string }).listening)
    })
  })
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  return child.exitCode
}
