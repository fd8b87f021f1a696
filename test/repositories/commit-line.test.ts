import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Database as SqliteConnection } from 'better-sqlite3'
import type { Knex } from 'knex'
import { waitInLine } from '../../src/repositories/commit-line.ts'
import { openDatabase } from '../../src/repositories/database.ts'

describe('A line of changes (SQLite)', () => {
  let db: Knex
  const commits: string[] = []
  before(async () => {
    db = openDatabase('file::memory:')
    await db.raw('CREATE TABLE notes (n INTEGER)')
    const { acquireConnection, releaseConnection } = db.client as Client
    const connection = await acquireConnection.call(db.client)
    const prepare = connection.prepare
    connection.prepare = ((sql: string) => {
      if (sql === 'COMMIT') commits.push(sql)
      return prepare(sql)
    }) as typeof prepare
    await releaseConnection.call(db.client, connection)
  })
  after(() => db.destroy())

  it('commits a lone change by itself, and finds company again after many lone ones', async () => {
    for (let n = 0; n < 40; n += 1) await change()
    assert.equal(commits.splice(0).length, 40)

    await Promise.all(Array.from({ length: 40 }, comes))
    const finding = commits.splice(0).length
    assert.ok(finding > 1 && finding < 20, `${finding} commits until company is found`)
    await Promise.all(Array.from({ length: 40 }, comes))
    assert.ok(commits.length <= 2, `${commits.length} commits for a crowd`)
    assert.deepEqual(await db('notes').count({ notes: '*' }), [{ notes: 120 }])
  })

  function change(): Promise<void> {
    return waitInLine(db, 'line', async trx => void (await trx('notes').insert({ n: 1 })))
  }

  /** As requests come: each is answered as far as it goes before the next one is read, all in one turn of the event loop. */
  function comes(): Promise<void> {
    return new Promise((resolve, reject) => void setImmediate(() => void change().then(resolve, reject)))
  }
})

describe('A line of changes while somebody else keeps the lock (SQLite)', () => {
  let folder = ''
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'okienko-line-'))))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('waits five seconds for it, and no longer', async () => {
    const [db, another] = [openDatabase(`file:${folder}/notes.sqlite3`), openDatabase(`file:${folder}/notes.sqlite3`)]
    await db.raw('CREATE TABLE notes (n INTEGER)')
    const held = await another.transaction()
    const begun = Date.now()
    await assert.rejects(
      waitInLine(db, 'line', trx => trx('notes').insert({ n: 1 })),
      { code: 'SQLITE_BUSY' },
    )
    const waited = Date.now() - begun
    assert.ok(waited > 4000 && waited < 9000, `${waited} ms`)
    await held.rollback()
    await Promise.all([db.destroy(), another.destroy()])
  })
})

interface Client {
  acquireConnection(): Promise<SqliteConnection>
  releaseConnection(connection: SqliteConnection): Promise<void>
}
