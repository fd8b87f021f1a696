import assert from 'node:assert/strict'
import { isMigrated, isPostgres } from '../../src/repositories/database.ts'
import { onBothEngines } from '../support/database.ts'

onBothEngines('A fresh database', (open, engine) => {
  it('answers, is migrated, and is of the engine it says', async () => {
    const db = await open()
    assert.equal(isPostgres(db), engine.name === 'PostgreSQL')
    assert.equal(await isMigrated(db), true)
    assert.deepEqual(await db('bookings').count({ count: '*' }), [{ count: 0 }])
  })

  it('is another one at every opening', async () => {
    const [one, other] = [await open(), await open()]
    await one.schema.createTable('only_here', table => table.integer('number'))
    assert.equal(await one.schema.hasTable('only_here'), true)
    assert.equal(await other.schema.hasTable('only_here'), false)
  })

  it('keeps to its foreign keys', async () => {
    const db = await open()
    await assert.rejects(db('day_sheets').insert({ office_id: 'nowhere', date: '2020-05-11', page: 1, city_version: 1 }))
  })
})
