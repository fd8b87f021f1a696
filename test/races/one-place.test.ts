import assert from 'node:assert/strict'
import { onBothEngines } from '../support/database.ts'
import { aCity, aDesk, aPolicy } from '../support/builders.ts'
import { openHouses, post, starts, violationsIn, visit, workdays, type House4 } from './rivals.ts'

const processes = 4
const clients = 50
const rounds = 1000

onBothEngines('Fifty clients on one place', (_open, engine) => {
  let house: House4

  before(async function () {
    this.timeout(120_000)
    const city = aCity({ desks: [aDesk({ id: 'desk-1', label: '1' })], policy: aPolicy({ horizonDays: 400 }) })
    house = await openHouses(await engine.freshUrl(), processes, city)
  })
  after(() => house.stop())

  it(`has one winner in each of ${rounds} rounds`, async function () {
    this.timeout(900_000)
    const places = workdays(Math.ceil(rounds / starts.length)).flatMap(date => starts.map(time => visit(date, time)))

    for (const place of places.slice(0, rounds)) {
      const answers = await Promise.all(
        Array.from({ length: clients }, (_, client) =>
          post(house.servers[client % processes] as { url: string }, '/bookings', place),
        ),
      )
      const winners = answers.filter(answer => answer.status === 201).length
      const losers = answers.filter(answer => answer.status === 409).length
      assert.deepEqual({ winners, losers }, { winners: 1, losers: clients - 1 }, JSON.stringify(place))
    }
    assert.equal(await violationsIn(house.databaseUrl), 0)
  })
})
