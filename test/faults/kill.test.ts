import assert from 'node:assert/strict'
import { bookingByReference } from '../../src/repositories/bookings.ts'
import { openDatabase } from '../../src/repositories/database.ts'
import { onBothEngines } from '../support/database.ts'
import { startServer } from '../support/server.ts'
import { openHouses, post, starts, stormed, violationsIn, visit, workdays } from '../races/rivals.ts'

const dates = workdays(8)

onBothEngines('Killed in the middle of a storm', (_open, engine) => {
  it('loses no confirmed booking, breaks no promise, and serves again', async function () {
    this.timeout(180_000)
    const house = await openHouses(await engine.freshUrl(), 2)
    const confirmed: string[] = []
    const storm = { struck: false }

    const strike = async () => {
      if (storm.struck) return
      storm.struck = true
      await Promise.all(house.servers.map(server => server.kill()))
    }
    const clients = Array.from({ length: 24 }, async (_, client) => {
      for (let turn = 0; turn < 40 && !storm.struck; turn += 1) {
        const place = visit(
          dates[(client + turn) % dates.length] as string,
          starts[(client * 7 + turn) % starts.length] as string,
        )
        const answer = await post(house.servers[client % 2] as { url: string }, '/bookings', place)
        if (answer.status === 201) confirmed.push(String(answer.body['reference']).replace('-', ''))
        if (confirmed.length >= 60) await strike()
      }
    })
    await Promise.all(clients)
    assert.ok(storm.struck, 'the storm ended before it was struck')

    assert.equal(await violationsIn(house.databaseUrl), 0)
    const db = openDatabase(house.databaseUrl)
    for (const reference of confirmed) assert.equal((await bookingByReference(db, reference))?.status, 'booked', reference)
    await db.destroy()

    const again = await startServer({ ...stormed, DATABASE_URL: house.databaseUrl })
    const answer = await post(again, '/bookings', visit(workdays(9)[8] as string, '09:00'))
    assert.equal(answer.status, 201)
    await again.stop()
  })
})
