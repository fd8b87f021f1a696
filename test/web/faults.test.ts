import assert from 'node:assert/strict'
import knexPackage, { type Knex } from 'knex'
import { databaseConfig } from '../../knexfile.ts'
import { openDatabase } from '../../src/repositories/database.ts'
import { useOnlyConnection, type OnlyConnection } from '../../src/repositories/only-connection.ts'
import { faultOf } from '../../src/web/faults.ts'
import { onBothEngines } from '../support/database.ts'

onBothEngines('A request whose connection to the database is lost', (_open, engine) => {
  if (engine.name === 'SQLite') return
  let [db, another]: (Knex | undefined)[] = []
  afterEach(() => Promise.all([db?.destroy(), another?.destroy()]))

  it('is asked to come again soon, and then is served', async () => {
    const url = await engine.freshUrl()
    const [here, there] = [openDatabase(url), openDatabase(url)]
    ;[db, another] = [here, there]
    const others =
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()'
    for (const lost of [here.raw('SELECT pg_sleep(20)'), here.transaction(trx => trx.raw('SELECT pg_sleep(20)'))]) {
      const told = assert.rejects(lost, comesAgain)
      await new Promise(resolve => setTimeout(resolve, 200))
      await there.raw(others)
      await told
    }
    await here.raw('SELECT 1')
  })
})

describe('A request for which the database has no time', () => {
  it('is asked to come again soon, whatever SQLite is doing', async () => {
    const { knex } = knexPackage
    const db = useOnlyConnection(knex({ ...databaseConfig('file::memory:'), acquireConnectionTimeout: 20 }))
    const { pool } = db.client as { pool: OnlyConnection }
    const taken = await pool.acquireAwake()
    await assert.rejects(db.raw('SELECT 1'), comesAgain)
    pool.release(taken)
    await db.destroy()
  })

  it('is asked to come again soon, whatever the driver calls it', () => {
    const lost = [
      'Connection terminated unexpectedly',
      'select 1 - Connection terminated',
      'Client was closed and is not queryable',
    ]
    for (const error of lost.map(message => new Error(message))) assert.ok(comesAgain(error), error.message)
    for (const code of ['ECONNRESET', '57P01', '57P03']) assert.ok(comesAgain(Object.assign(new Error('lost'), { code })), code)
  })

  it('is told of a fault of ours where there is one', () => {
    for (const error of [new Error('Connection terminated by a typing error'), Object.assign(new Error(), { code: '42601' })])
      assert.equal(faultOf(error).status, 500)
  })
})

function comesAgain(error: unknown): boolean {
  const { status, retryAfterSeconds } = faultOf(error)
  return status === 503 && retryAfterSeconds === 2
}
