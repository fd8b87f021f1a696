import assert from 'node:assert/strict'
import { callNext } from '../../../src/use-cases/desk/call-next.ts'
import { finish } from '../../../src/use-cases/desk/finish.ts'
import { startServing } from '../../../src/use-cases/desk/start-serving.ts'
import { aBuilding, aCity, aDesk, aHall, aRule, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { deskDay, goTo, here, keyOfVisit, violations } from '../../support/desk.ts'
import { aHouse } from '../../support/house.ts'

// One person for each staffed desk; people wait in a room of their own. Desks 1 and 2 end at noon, desk 3 has no shift at all.

const noon = { from: at('8:00'), to: at('12:00') }
const roster = [{ weekdays: ['mon'] as const, channels: ['web', 'phone'] as const, span: noon }]
const city = aCity({
  zones: [aBuilding(), aHall({ id: 'lobby', kind: 'waiting' }), aHall({ waitingZoneId: 'lobby' })],
  desks: [aDesk({ roster }), aDesk({ id: 'desk-2', label: '2', roster }), aDesk({ id: 'desk-3', label: '3', roster: [] })],
  rules: [
    aRule({ kind: 'per-desk', personsPerDesk: 1, basis: 'staffed' }, { id: 'one', scope: { zones: ['hall'] } }),
    aRule({ kind: 'entry-window', earliestBeforeMinutes: 5, latestAfterMinutes: 10 }),
  ],
})
const threeTogether = { party: { persons: 3, companions: {} } }

onBothEngines('After the last shift', open => {
  it('whoever waits is called by each clerk who has stayed, one at a desk', async () => {
    const house = await aHouse(await open(), city)
    const first = await here(house, '11:20', '11:20')
    await here(house, '11:20', '11:21')
    await here(house, '11:40', '11:40')
    goTo(house, '12:03')

    assert.deepEqual(await kinds(house, ['desk-1', 'desk-2']), ['called', 'called'])
    await startServing(house, keyOfVisit(first))
    await finish(house, keyOfVisit(first))
    assert.deepEqual(await kinds(house, ['desk-1', 'desk-2']), ['called', 'busy'])
    assert.deepEqual(await violations(house), [])
  })

  it('a family comes to a desk once the room is empty, not before', async () => {
    const house = await aHouse(await open(), { ...city, rules: city.rules.slice(1) })
    const single = await here(house, '11:20', '11:20')
    await here(house, '11:40', '11:40', threeTogether)
    const { db } = house
    const strict = await aHouse(db, { ...city, version: 2 }, '2020-05-11T12:03')

    assert.deepEqual(await kinds(strict, ['desk-1', 'desk-2']), ['called', 'not-yet'])
    await startServing(strict, keyOfVisit(single))
    await finish(strict, keyOfVisit(single))
    assert.deepEqual(await kinds(strict, ['desk-2']), ['called'])
  })

  it('a desk that had no shift on the day calls nobody into the room', async () => {
    const house = await aHouse(await open(), city)
    await here(house, '11:40', '11:40')
    goTo(house, '12:03')
    const answer = await callNext(house, deskDay, 'desk-3')
    assert.deepEqual(answer, { kind: 'not-yet', waiting: 1, full: { zoneId: 'hall', ruleId: 'one', limit: 0, inside: 0 } })
  })

  it('a room that is closed for the day stays empty', async () => {
    const closed = aRule({ kind: 'closed', exceptServices: [] }, { id: 'closed', scope: { zones: ['hall'] } })
    const house = await aHouse(await open(), city)
    await here(house, '11:40', '11:40')
    const after = await aHouse(house.db, { ...city, version: 2, rules: [...city.rules, closed] }, '2020-05-11T12:03')
    assert.deepEqual(await kinds(after, ['desk-1']), ['not-yet'])
  })
})

async function kinds(house: Parameters<typeof callNext>[0], desks: readonly string[]) {
  const answers = []
  for (const deskId of desks) answers.push((await callNext(house, deskDay, deskId)).kind)
  return answers
}
