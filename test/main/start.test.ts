import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, rmSync, statSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { migrate, openDatabase } from '../../src/repositories/database.ts'
import { bookVisit } from '../../src/use-cases/resident/book-visit.ts'
import { aRequest } from '../support/builders.ts'
import { aHouse } from '../support/house.ts'
import { openSilentServer } from '../support/mailbox.ts'
import { startServer } from '../support/server.ts'

const root = path.resolve(import.meta.dirname, '../..')

describe('The program', function () {
  this.timeout(60_000)
  let folder = ''
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'okienko-start-'))))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const settings = () => ({ DATABASE_URL: `file:${folder}/okienko.sqlite3`, OKIENKO_CITY: 'none' })

  it('says first where it listens, keeps its secret beside its database, and stops with 0', async () => {
    const server = await startServer(settings())
    assert.deepEqual(JSON.parse(server.output().split('\n')[0] ?? ''), { listening: server.url })
    assert.equal(statSync(path.join(folder, 'secret')).mode & 0o777, 0o600)
    assert.equal((await fetch(`${server.url}/readyz`)).status, 200)
    assert.equal(await server.stop(), 0)
  })

  it('finishes a request in flight when it is asked to stop, and lets idle connections go', async () => {
    const server = await startServer(settings())
    const idle = await connected(server.url)
    const busy = await connected(server.url)
    const body = JSON.stringify({ service: 'x' })
    busy.write(
      `POST /api/v1/bookings HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
    )
    busy.write(body.slice(0, 4))
    await pause(200) // until the request is being read

    const answered = firstChunk(busy)
    const stopped = server.stop()
    await pause(300)
    busy.write(body.slice(4))

    assert.match(await answered, /^HTTP\/1\.1 422 /)
    assert.equal(await stopped, 0)
    idle.destroy()
  })

  it('stops with 0 while a mail server lets a mail wait', async () => {
    const silent = await openSilentServer()
    const db = openDatabase(settings().DATABASE_URL)
    await migrate(db)
    await bookVisit(await aHouse(db), aRequest(), { language: 'pl', email: 'jan@example.pl' })
    await db.destroy()
    const server = await startServer({ ...settings(), SMTP_URL: silent.url, MAIL_FROM: 'okienko@example.pl' })
    await silent.called

    const began = Date.now()
    assert.equal(await server.stop(), 0)
    assert.ok(Date.now() - began < 9000)
    await silent.stop()
  })

  it('stops with 0 although somebody has asked only half a question', async () => {
    const server = await startServer(settings())
    const [body, head] = [await connected(server.url), await connected(server.url)]
    body.write('POST /api/v1/bookings HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{')
    head.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n')
    assert.match(await firstChunk(head), /^HTTP\/1\.1 200 /)
    head.write('GET /healthz HTTP/1.1\r\nHost:')
    await pause(200) // until both are being read
    assert.equal(await server.stop(), 0)
  })

  it('writes JSON lines about requests, without their references, secrets or search words', async () => {
    const server = await startServer({ ...settings(), LOG_LEVEL: 'info' })
    await fetch(`${server.url}/api/v1/bookings/7K2M-9QXD?secret=abcdef`, {
      headers: { Authorization: 'Bearer sesame', Cookie: 'okienko_hold=hush' },
    })
    await fetch(`${server.url}/some/old/sesame?query=sesame`)
    await server.stop()

    const lines = server
      .log()
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Record<string, unknown>)
    const requests = lines.filter(line => line['msg'] === 'request')
    assert.deepEqual(
      requests.map(({ method, route, status }) => ({ method, route, status })),
      [
        { method: 'GET', route: '/api/v1/bookings/:reference', status: 404 },
        { method: 'GET', route: 'unmatched', status: 404 },
      ],
    )
    assert.doesNotMatch(server.log(), /7K2M|sesame|abcdef|hush/)
  })

  it('goes on, and stops with 0, where its log cannot be written', async () => {
    const full = openSync('/dev/full', 'w')
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
      cwd: root,
      env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...settings() },
      stdio: ['ignore', 'pipe', full],
    })
    closeSync(full)
    try {
      const { listening } = JSON.parse((await firstChunk(child.stdout as Readable)).split('\n')[0] ?? '') as { listening: string }
      for (let asked = 0; asked < 3; asked += 1) {
        assert.equal((await fetch(`${listening}/healthz`, { signal: AbortSignal.timeout(5000) })).status, 200)
        await pause(100) // until it was tried to write of it
      }
      const ended = once(child, 'exit')
      child.kill()
      assert.deepEqual(await Promise.race([ended, pause(10_000)]), [0, null])
    } finally {
      child.kill('SIGKILL')
    }
  })

  it('says in one sentence that its port is in use', async () => {
    const server = await startServer(settings())
    const port = new URL(server.url).port
    const failed = await failure({ ...settings(), PORT: port })
    assert.deepEqual(failed, {
      code: 1,
      said: `Port ${port} on 127.0.0.1 is in use; set PORT to another, or to 0 for any that is free.\n`,
    })
    await server.stop()
  })

  it('says in one sentence that a setting is wrong, that the database cannot be reached, or that the city is missing', async () => {
    const [setting, database, city] = await Promise.all([
      failure({ ...settings(), LOG_LEVEL: 'loud' }),
      failure({ ...settings(), DATABASE_URL: 'postgres://okienko:hush@127.0.0.1:9/okienko', SECRET: 'long enough for a secret' }),
      failure({ ...settings(), OKIENKO_CITY: `${folder}/nowhere` }),
    ])
    assert.match(setting.said, /^The settings are wrong: LOG_LEVEL must be one of [^\n]*\n$/)
    assert.match(database.said, /^The database postgres:\/\/127\.0\.0\.1:9\/okienko cannot be reached[^\n]*ECONNREFUSED\.\n$/)
    assert.match(city.said, /^The city in OKIENKO_CITY cannot be loaded:\n[^\n]*nowhere:1 there is no such folder\n$/)
    assert.deepEqual([setting.code, database.code, city.code], [1, 1, 1])
  })
})

async function failure(settings: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said: Buffer.concat(said).toString() }
}

async function connected(url: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  return socket
}

async function firstChunk(socket: Readable): Promise<string> {
  const [chunk] = (await once(socket, 'data')) as [Buffer]
  return chunk.toString()
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
