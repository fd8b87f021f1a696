import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { run } from '../../src/cli/run.ts'
import { migrate, openDatabase } from '../../src/repositories/database.ts'
import { bookVisit } from '../../src/use-cases/resident/book-visit.ts'
import { aRequest } from '../support/builders.ts'
import { onBothEngines } from '../support/database.ts'
import { aHouse } from '../support/house.ts'

onBothEngines('okienko backup and restore', (_, engine) => {
  let [folder, url] = ['', '']

  before(async function () {
    this.timeout(60_000)
    folder = mkdtempSync(path.join(tmpdir(), 'okienko-cli-backup-'))
    url = await engine.freshUrl()
    const db = openDatabase(url)
    await bookVisit(await aHouse(db), aRequest(), { language: 'pl' })
    await db.destroy()
  })
  after(() => rmSync(folder, { recursive: true }))

  async function okienko(typed: readonly string[], database = url) {
    const [printed, complained]: [string[], string[]] = [[], []]
    const code = await run(
      typed.map(word => word.replace('FILE', `${folder}/kept.gz`)),
      {
        print: line => printed.push(line),
        complain: line => complained.push(line),
        environment: { DATABASE_URL: database },
      },
    )
    return { code, printed: printed.join('\n'), complained: complained.join('\n') }
  }

  it('writes a file, once', async () => {
    const { code, printed } = await okienko(['backup', 'FILE', '--json'])
    assert.equal(code, 0)
    assert.match((JSON.parse(printed) as { sha256: string }).sha256, /^[0-9a-f]{64}$/)

    const again = await okienko(['backup', 'FILE'])
    assert.equal(again.code, 1)
    assert.match(again.complained, /is there already; --replace writes over it/)
    assert.match((await okienko(['backup', 'FILE', '--replace'])).printed, /rows of \d+ tables.*found whole/)
  })

  it('restores it elsewhere, and finds nothing wrong', async () => {
    const other = await engine.freshUrl()
    const { code, printed, complained } = await okienko(['restore', 'FILE'], other)
    assert.deepEqual([code, /0 violations/.test(printed)], [0, true], complained)
    assert.match(complained, /restoring bookings/)
    assert.equal((await okienko(['verify'], other)).code, 0)
  })

  it('does not go over bookings unasked', async () => {
    const { code, complained } = await okienko(['restore', 'FILE'])
    assert.equal(code, 1)
    assert.match(complained, /holds 1 bookings; --replace takes them away; nothing was changed/)
    assert.equal((await okienko(['restore', 'FILE', '--replace'])).code, 0)
  })

  it('says what is wrong with a file', async () => {
    const { code, complained } = await okienko(['restore', 'FILE.not-there'])
    assert.equal(code, 1)
    assert.match(complained, /cannot be restored: there is no such file; nothing was changed/)
    assert.equal((await okienko(['backup', `${folder}/nowhere/FILE`])).code, 1)
  })

  it('migrates, and says what would be done', async () => {
    const db = openDatabase(url)
    await db.migrate.down()
    await db.destroy()
    assert.match((await okienko(['migrate', '--dry-run'])).printed, /1 migrations would be run/)
    assert.equal((JSON.parse((await okienko(['migrate', '--json'])).printed) as { migrations: string[] }).migrations.length, 1)
    assert.equal((await okienko(['migrate'])).printed, '0 migrations were run')
  })

  it('migrates where a process that died has left its lock, once it is told to', async () => {
    const db = openDatabase(url)
    await db('knex_migrations_lock').update({ is_locked: 1 })
    await assert.rejects(migrate(db, 200), { name: 'MigrationsLocked', message: /okienko -- migrate --unlock/ })
    await db.destroy()
    assert.equal((await okienko(['migrate', '--unlock'])).printed, '0 migrations were run')
    assert.equal((await okienko(['migrate'])).code, 0)
  })

  it('answers wrong use by 2', async () => {
    for (const typed of [['backup'], ['backup', 'a', 'b'], ['restore'], ['restore', 'a', '--wet'], ['migrate', 'now']]) {
      assert.equal((await okienko(typed)).code, 2, typed.join(' '))
    }
  })
})
