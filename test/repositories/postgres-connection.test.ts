import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import pg from 'pg'
import { waitInLine } from '../../src/repositories/commit-line.ts'
import { openDatabase } from '../../src/repositories/database.ts'
import { prepareConnection } from '../../src/repositories/postgres-connection.ts'
import { faultOf } from '../../src/web/faults.ts'
import { onBothEngines } from '../support/database.ts'

onBothEngines('On a database that another one keeps waiting', (open, engine) => {
  if (engine.name === 'SQLite') return

  const settings =
    "SELECT current_setting('lock_timeout') AS lock, current_setting('idle_in_transaction_session_timeout') AS idle"

  it('nobody waits for a lock for ever, and all is said to be busy', async () => {
    const url = await engine.freshUrl()
    const [here, there] = [openDatabase(withOptions(url, '-c lock_timeout=300ms')), openDatabase(url)]
    const held = await there.transaction()
    await held.raw('LOCK TABLE job_turns')
    const waits = waitInLine(here, 'line', trx => trx('job_turns').select())
    await assert.rejects(waits, error => faultOf(error).status === 503 && faultOf(error).retryAfterSeconds === 2)
    await held.rollback()
    assert.deepEqual(await waitInLine(here, 'line', trx => trx('job_turns').select()), [])
    await Promise.all([here.destroy(), there.destroy()])
  })

  it('locks and idle transactions have an end, which an address may set for itself', async () => {
    const db = await open()
    assert.deepEqual((await db.raw<{ rows: unknown[] }>(settings)).rows, [{ lock: '10s', idle: '1min' }])
    const own = openDatabase(withOptions(await engine.freshUrl(), '-c lock_timeout=3s'))
    assert.deepEqual((await own.raw<{ rows: unknown[] }>(settings)).rows, [{ lock: '3s', idle: '1min' }])
    await own.destroy()
  })

  it('a server that falls silent is left', async () => {
    const silent = await silentBehind(await engine.freshUrl())
    const connection = new pg.Client(silent.options)
    connection.on('error', () => undefined)
    await connection.connect()
    await prepareConnection(connection, 300)
    silent.fall()
    await assert.rejects(connection.query('SELECT 1'), /terminated/)
    silent.server.close()
  })
})

function withOptions(url: string, options: string): string {
  return `${url}&options=${encodeURIComponent(options)}`
}

/** A way to a database on which nothing comes any more once it falls silent, though nobody hangs up. */
async function silentBehind(url: string) {
  const { host, user, database } = new pg.Client(url)
  const ends: Socket[] = []
  const server: Server = createServer(near => {
    const far = connect(`${host}/.s.PGSQL.5432`)
    for (const end of [near, far]) end.on('error', () => undefined).on('close', () => (near.destroy(), far.destroy()))
    near.pipe(far).pipe(near)
    ends.push(far)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    server,
    options: { host: '127.0.0.1', port: (server.address() as AddressInfo).port, user, database },
    fall: () => ends.forEach(end => end.unpipe().pause()),
  }
}
