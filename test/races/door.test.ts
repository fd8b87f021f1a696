import assert from 'node:assert/strict'
import { aCity, aDesk, aParty, at } from '../support/builders.ts'
import { onBothEngines } from '../support/database.ts'
import { openDeskProcesses, type DeskProcesses } from './desk-processes.ts'

const parties = 8
const city = aCity({
  desks: Array.from({ length: parties }, (_, nth) => aDesk({ id: `desk-${nth + 1}`, label: String(nth + 1) })),
})
const request = { officeId: 'CA', date: '2020-05-11', serviceId: 'id-card', needs: [], groups: [], channel: 'web' } as const

onBothEngines('A guard and eight clerks in four processes', (_open, engine) => {
  let house: DeskProcesses

  before(async function () {
    this.timeout(60_000)
    house = await openDeskProcesses(await engine.freshUrl(), city, 4, true)
  })
  after(() => house.stop())

  it('count everybody once who is scanned and called at once', async function () {
    this.timeout(180_000)
    for (let round = 0; round < 8; round += 1) {
      const start = at('8:00') + 20 * round
      const time = `${String(Math.floor(start / 60)).padStart(2, '0')}:${String(start % 60).padStart(2, '0')}`
      const booked = await house.race(
        '07:00',
        Array.from({ length: parties }, () => ['book-at', { request: { ...request, start, party: aParty() } }] as const),
      )
      const visits = booked.flatMap(each => ('answer' in each && each.answer ? [each.answer] : []))
      assert.equal(visits.length, parties)
      await house.race(
        time,
        visits.map(({ number }) => ['check-in', { number }] as const),
      )

      const pressed = visits.flatMap(({ reference }, nth) => [
        ['scan', { place: house.door, code: reference, eventId: `in-${reference}` }] as const,
        ['call-next', { deskId: `desk-${nth + 1}` }] as const,
      ])
      const raced = await house.race(time, pressed)
      assert.deepEqual(
        raced.filter(each => 'error' in each),
        [],
      )
      const { count } = await house.one(time, 'heads', {})
      assert.deepEqual([...count].map(([zoneId, { bodies }]) => [zoneId, bodies]).toSorted(), [
        ['building', parties],
        ['hall', parties],
      ])

      for (const step of ['start', 'finish'] as const)
        await house.race(
          time,
          visits.map(({ number }) => [step, { number }] as const),
        )
      await house.race(
        time,
        visits.map(({ reference }) => ['go-out', { place: house.door, code: reference, eventId: `out-${reference}` }] as const),
      )
      const after = await house.one(time, 'heads', {})
      assert.deepEqual(
        [...after.count.values()].map(({ bodies }) => bodies),
        [0, 0],
      )
    }
    assert.equal(await house.one('17:00', 'verify', {}), 0)
  })
})
