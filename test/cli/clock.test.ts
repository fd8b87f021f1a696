import assert from 'node:assert/strict'
import { withDatabase } from '../../src/cli/with-database.ts'
import { configOf } from '../../src/config.ts'
import { openDatabase } from '../../src/repositories/database.ts'
import { loadCity } from '../../src/use-cases/manager/load-city.ts'
import { bookVisit } from '../../src/use-cases/resident/book-visit.ts'
import { aCity, aDesk, aRequest } from '../support/builders.ts'
import { onBothEngines } from '../support/database.ts'
import { aHouse } from '../support/house.ts'

onBothEngines('A command in a rehearsal', (_, engine) => {
  it('goes by its clock, so that a load lays out the days to come', async () => {
    const DATABASE_URL = await engine.freshUrl()
    const db = openDatabase(DATABASE_URL)
    await bookVisit(await aHouse(db), aRequest(), { language: 'pl' })
    await db.destroy()
    const load = (config: Record<string, string>, label: string) =>
      withDatabase(configOf({ DATABASE_URL, ...config }), house => loadCity(house, aCity({ desks: [aDesk({ label })] })))

    assert.equal((await load({}, 'later')).relaidDays, 0)
    assert.equal((await load({ OKIENKO_CLOCK: '2020-05-11T07:55' }, 'then')).relaidDays, 1)
  })

  it('has the real one where there is no city to rehearse in', async () => {
    const config = configOf({ DATABASE_URL: await engine.freshUrl(), OKIENKO_CLOCK: '2020-05-11T07:55' })
    assert.equal(await withDatabase(config, house => Promise.resolve(house.clock.rehearsal)), false)
  })
})
