import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { startServer, type Server } from '../support/server.ts'

/** The real program on a database file, without limits of rate and without a log. */
export function startBenched(file: string, more: Readonly<Record<string, string>> = {}): Promise<Server> {
  return startServer({
    DATABASE_URL: `file:${file}`,
    OKIENKO_CITY: 'none',
    LOG_LEVEL: 'silent',
    NODE_ENV: 'production',
    SECRET: 'a secret of the bench',
    RATE_LIMIT_READS_PER_MINUTE: '0',
    RATE_LIMIT_BOOKINGS_PER_MINUTE: '0',
    ...more,
  })
}

/** A process that something is measured beside. */
export interface Floor {
  readonly url: string
  readonly pid: number
  stop(): Promise<void>
}

/** The bare floor of a page and of a JSON answer (if any is named) in a process of its own; staff pages need a cookie. */
export function startFloor(file: string, page: string, json: string, cookie = ''): Promise<Floor> {
  return startScript('test/bench/floor-server.ts', `file:${file}`, page, json, cookie)
}

/** The bare floor of a start. */
export function startBare(file: string): Promise<Floor> {
  return startScript('test/bench/bare-server.ts', `file:${file}`)
}

/** Express that writes the bookings of one database after a number into another, one for each request. */
export function startRows(source: string, target: string, after: number): Promise<Floor> {
  return startScript('test/bench/rows-server.ts', source, target, String(after))
}

async function startScript(script: string, ...given: string[]): Promise<Floor> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...given], {
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', code => reject(new Error(`the floor ended with ${code}`)))
    createInterface(child.stdout).on('line', line => resolve((JSON.parse(line) as { listening: string }).listening))
  })
  return {
    url,
    pid: child.pid ?? 0,
    stop: () => {
      child.kill('SIGTERM')
      return gone
    },
  }
}
