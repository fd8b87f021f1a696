import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import knexPackage, { type Knex } from 'knex'
import { databaseConfig } from '../../knexfile.ts'
import { openDatabase } from '../../src/repositories/database.ts'
import { useOnlyConnection, type OnlyConnection } from '../../src/repositories/only-connection.ts'

describe('The only connection to a SQLite file', () => {
  let folder: string
  let db: Knex
  let pool: OnlyConnection
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'okienko-only-'))
    db = openDatabase(`file:${folder}/file.sqlite3`)
    ;({ pool } = db.client as { pool: OnlyConnection })
  })
  afterEach(async () => {
    await db.destroy()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is had by one after another, in the order in which they asked', async () => {
    const first = await pool.acquireAwake()
    const order: string[] = []
    const others = ['second', 'third'].map(async name => {
      const connection = await pool.acquire().promise
      order.push(name)
      assert.equal(connection, first)
      await new Promise(resolve => setImmediate(resolve))
      order.push(`${name} is done`)
      pool.release(connection)
    })
    await new Promise(resolve => setImmediate(resolve))
    assert.deepEqual(order, [])

    pool.release(first)
    await Promise.all(others)
    assert.deepEqual(order, ['second', 'second is done', 'third', 'third is done'])
  })

  it('answers at once to who waits awake, and waits for everybody else', async () => {
    const patience = async (taken: Promise<{ pragma: (name: string, how: object) => unknown }>) => {
      const connection = await taken
      const milliseconds = connection.pragma('busy_timeout', { simple: true })
      pool.release(connection as never)
      return milliseconds
    }
    assert.equal(await patience(pool.acquire().promise), 5000)
    assert.equal(await patience(pool.acquireAwake()), 0)
    assert.equal(await patience(pool.acquireAwake()), 0)
    assert.equal(await patience(pool.acquire().promise), 5000)
  })

  it('is refused to who waits too long, and had by the next', async () => {
    const { knex } = knexPackage
    const impatient = useOnlyConnection(knex({ ...databaseConfig(`file:${folder}/other.sqlite3`), acquireConnectionTimeout: 20 }))
    const { pool: other } = impatient.client as { pool: OnlyConnection }
    const first = await other.acquireAwake()
    await assert.rejects(impatient.raw('SELECT 1'), /given back in time/)
    other.release(first)
    assert.deepEqual(await impatient.raw('SELECT 1 AS one'), [{ one: 1 }])
    await impatient.destroy()
  })

  it('can be had again after a file could not be opened', async () => {
    const nowhere = openDatabase(`file:${folder}/file.sqlite3`)
    rmSync(folder, { recursive: true })
    await assert.rejects(nowhere.raw('SELECT 1'))
    mkdirSync(folder)
    assert.deepEqual(await nowhere.raw('SELECT 1 AS one'), [{ one: 1 }])
    await nowhere.destroy()
  })

  it('is closed once it is given back, and then no more', async () => {
    const connection = await pool.acquireAwake()
    const closing = db.destroy()
    assert.equal(connection.open, true)
    pool.release(connection)
    await closing
    assert.equal(connection.open, false)
    await assert.rejects(db.raw('SELECT 1'))
  })
})
