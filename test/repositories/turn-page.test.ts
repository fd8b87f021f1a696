import assert from 'node:assert/strict'
import type { Knex } from 'knex'
import { changeDays, type Turned } from '../../src/repositories/change-day.ts'
import { saveCity } from '../../src/repositories/city.ts'
import { openDatabase } from '../../src/repositories/database.ts'
import { aCity } from '../support/builders.ts'
import { onBothEngines } from '../support/database.ts'

const day = { officeId: 'CA', date: '2020-05-11' }

onBothEngines('The page of a day', (_, engine) => {
  let one: Knex
  let other: Knex
  beforeEach(async () => {
    const url = await engine.freshUrl()
    one = openDatabase(url)
    other = openDatabase(url)
    await saveCity(one, aCity({ version: 1 }), '2020-05-01T00:00:00.000Z')
  })
  afterEach(() => Promise.all([one.destroy(), other.destroy()]))

  it('turns one by one, whichever process turns it', async () => {
    const turns = [await turn(one, layOut(1))]
    for (const process of [one, one, other, one, other, other, one]) turns.push(await turn(process))
    assert.deepEqual(
      turns.map(({ page }) => page),
      [1, 2, 3, 4, 5, 6, 7, 8],
    )
    assert.deepEqual(
      turns.slice(1).map(({ previousMark }) => previousMark),
      turns.slice(0, -1).map(({ mark }) => mark),
    )
  })

  it('turns on from where it stands after a turn was undone', async () => {
    await turn(one, layOut(1))
    await turn(one)
    const { mark } = await turn(one)
    await assert.rejects(turn(one, () => Promise.reject(new Error('undone'))))
    const after = await turn(one)
    assert.deepEqual([after.page, after.previousMark], [4, mark])
  })

  it('says by which city the day was laid out, and which is the newest', async () => {
    await turn(one, layOut(1))
    await turn(one)
    await saveCity(other, aCity({ version: 2 }), '2020-05-02T00:00:00.000Z')
    const overtaken = await turn(one)
    await turn(one, layOut(2))
    const laidOut = await turn(one)
    assert.deepEqual([overtaken.cityVersion, overtaken.newestCity], [1, 2])
    assert.deepEqual([laidOut.cityVersion, laidOut.newestCity, laidOut.page], [2, 2, 5])
  })
})

async function turn(db: Knex, change: (trx: Knex) => Promise<unknown> = () => Promise.resolve()): Promise<Turned> {
  return changeDays(db, [day], async (trx, [turned]) => {
    await change(trx)
    return turned as Turned
  })
}

function layOut(version: number) {
  return (trx: Knex) => trx('day_sheets').where({ office_id: day.officeId, date: day.date }).update({ city_version: version })
}
