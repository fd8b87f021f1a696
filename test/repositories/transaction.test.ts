import assert from 'node:assert/strict'
import type { Knex } from 'knex'
import { openDatabase } from '../../src/repositories/database.ts'
import { inTransaction } from '../../src/repositories/transaction.ts'
import { onBothEngines } from '../support/database.ts'

onBothEngines('While another process writes', (_, engine) => {
  let one: Knex
  let other: Knex
  before(async () => {
    const url = await engine.freshUrl()
    one = openDatabase(url)
    other = openDatabase(url)
  })
  after(() => Promise.all([one.destroy(), other.destroy()]))

  it('a transaction waits without keeping this process from anything else', async () => {
    const held = holdsTheLock(other)
    await held.begun
    const late = inTransaction(one, trx => note(trx, 'late'))
    await pause(20)

    const before = Date.now()
    assert.deepEqual(await one('job_turns').where({ job: 'early' }), [])
    await pause(1)
    assert.ok(Date.now() - before < 1000, 'reads and timers wait for the lock as well')

    held.letGo()
    await Promise.all([late, held.over])
    assert.deepEqual((await one('job_turns').orderBy('job').pluck('job')) as string[], ['early', 'late'])
  })
})

/** A transaction that has written and does not end before it is told to. */
function holdsTheLock(db: Knex) {
  const [begun, written] = signal()
  const [end, letGo] = signal()
  const over = inTransaction(db, async trx => {
    await note(trx, 'early')
    written()
    await end
  })
  return { begun, letGo, over }
}

async function note(trx: Knex, job: string) {
  await trx('job_turns').insert({ job, until: '2020-05-25T06:00:00.000Z' })
}

function signal(): [Promise<void>, () => void] {
  let give: () => void = () => undefined
  const promise = new Promise<void>(resolve => (give = resolve))
  return [promise, () => give()]
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
