import assert from 'node:assert/strict'
import { takeTurn } from '../../src/repositories/job-turns.ts'
import { onBothEngines } from '../support/database.ts'

onBothEngines('The turn to do a job', open => {
  it('is had by one until it ends', async () => {
    const db = await open()
    assert.equal(await takeTurn(db, 'sweep', '2020-05-11T06:00:00.000Z', 50), true)
    assert.equal(await takeTurn(db, 'sweep', '2020-05-11T06:00:49.000Z', 50), false)
    assert.equal(await takeTurn(db, 'wash', '2020-05-11T06:00:49.000Z', 50), true)
    assert.equal(await takeTurn(db, 'sweep', '2020-05-11T06:00:50.000Z', 50), true)
  })

  it('is not waited for where a clock was a day ahead when it was taken', async () => {
    const db = await open()
    assert.equal(await takeTurn(db, 'sweep', '2020-05-12T06:00:00.000Z', 50), true)
    assert.equal(await takeTurn(db, 'sweep', '2020-05-11T06:00:00.000Z', 50), true)
    assert.equal(await takeTurn(db, 'sweep', '2020-05-11T06:00:10.000Z', 50), false, 'from then on it is a turn as any other')
  })
})
