import assert from 'node:assert/strict'
import { once, EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase } from '../../src/repositories/database.ts'
import { newRowFeed } from '../../src/repositories/row-feed.ts'

describe('News of rows', () => {
  const day = { officeId: 'CA', date: '2020-05-11' }

  it('are asked for once a second, though the last reader goes and another one comes during a look', async () => {
    const db = openDatabase('file::memory:')
    const looks = new EventEmitter()
    let looked = 0
    const feed = newRowFeed(async () => {
      looked += 1
      looks.emit('begun')
      if (looked === 1) await once(looks, 'go on')
      return [{ ...day, turn: 1, mark: 'mark' }]
    })
    const told: number[] = []
    const end = feed.watch(db, day, () => assert.fail('told after it has gone'))
    await once(looks, 'begun')
    end()
    const endOther = feed.watch(db, day, turn => told.push(turn))
    await wait(20)
    looks.emit('go on')
    await wait(2500)
    endOther()
    assert.ok(looked === 2 || looked === 3, `${looked} looks in 2.5 s`)
    assert.deepEqual(told, [1])
    await db.destroy()
  })
})
