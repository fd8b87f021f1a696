import assert from 'node:assert/strict'
import { addDevice } from '../../../src/use-cases/entrance/add-device.ts'
import { countIn } from '../../../src/use-cases/entrance/count-heads.ts'
import { proofOfDay } from '../../../src/use-cases/entrance/proof-of-day.ts'
import { scanAtDoor } from '../../../src/use-cases/entrance/scan-at-door.ts'
import { watchDoor } from '../../../src/use-cases/entrance/watch-door.ts'
import { callNext } from '../../../src/use-cases/desk/call-next.ts'
import { finish } from '../../../src/use-cases/desk/finish.ts'
import { startServing } from '../../../src/use-cases/desk/start-serving.ts'
import { aBuilding, aCity, aDesk, aHall, aRule, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { deskDay, goTo, here, keyOfVisit } from '../../support/desk.ts'
import { aHouse, type TestHouse } from '../../support/house.ts'
import { signedInAs } from '../../support/signed-in.ts'

// One person for each staffed desk; both desks end at noon. A guard stands at the door, and nobody has come in before.

const roster = [{ weekdays: ['mon'] as const, channels: ['web'] as const, span: { from: at('8:00'), to: at('12:00') } }]
const city = aCity({
  zones: [aBuilding(), aHall({ id: 'lobby', kind: 'waiting' }), aHall({ waitingZoneId: 'lobby' })],
  desks: [aDesk({ roster }), aDesk({ id: 'desk-2', label: '2', roster })],
  rules: [
    aRule({ kind: 'per-desk', personsPerDesk: 1, basis: 'staffed' }, { id: 'one', scope: { zones: ['hall'] } }),
    aRule({ kind: 'entry-window', earliestBeforeMinutes: 5, latestAfterMinutes: 10 }),
  ],
})

onBothEngines('The door after the last shift', open => {
  let serial = 0
  const said = () => ({ eventId: `late-${(serial += 1)}` })
  async function aDoor() {
    const house = await aHouse(await open(), city)
    const { number: by } = await signedInAs(house, { role: 'manager' })
    const asked = { officeId: 'CA', kind: 'guard', name: 'A', entrance: 'A', countsExits: false } as const
    return { house, place: (await addDevice(house, asked, by)).device }
  }

  it('shows no room above its limit where clerks who have stayed call, and lets nobody else in', async () => {
    const { house, place } = await aDoor()
    const first = await here(house, '11:20', '11:20')
    await here(house, '11:20', '11:21')
    const hall = async () => (await watchDoor(house, place)).zones.find(({ zoneId }) => zoneId === 'hall')
    goTo(house, '12:03')
    assert.deepEqual([(await hall())?.countedLimit, (await hall())?.left], [0, 0])

    assert.equal((await callNext(house, deskDay, 'desk-1')).kind, 'called')
    assert.deepEqual([(await hall())?.countedLimit, (await hall())?.left], [1, 0])
    // Whoever is called is counted by the desk; the scan lets them in and counts nobody more.
    assert.equal((await scanAtDoor(house, place, first.booking.reference, said())).kind, 'enter')
    const more = await countIn(house, { ...place, zoneId: 'hall' }, { counted: 1, bodies: 1 }, said())
    assert.deepEqual([more.kind, 'limit' in more && more.limit], ['full', 1])

    assert.equal((await callNext(house, deskDay, 'desk-2')).kind, 'called')
    assert.deepEqual(await hallAt(house, 12), [2, 2, 0, 'one'])
  })

  it('proves the hour by the limit that was in force in fact, for as long as somebody was served', async () => {
    const { house, place } = await aDoor()
    const visit = await here(house, '11:40', '11:40')
    await callNext(house, deskDay, 'desk-1')
    await scanAtDoor(house, place, visit.booking.reference, said())
    await startServing(house, keyOfVisit(visit))
    goTo(house, '12:21')
    assert.deepEqual(await hallAt(house, 12), [1, 1, 0, 'one'])
    await finish(house, keyOfVisit(visit))
    assert.deepEqual(await hallAt(house, 12), [1, 1, 0, 'one'])
  })
})

/** The most that the hall held in an hour: counted, the limit, by how many too many, and whose rule. */
async function hallAt(house: TestHouse, hour: number) {
  const { hours } = await proofOfDay(house, 'CA', deskDay.date)
  const most = hours.find(each => each.zoneId === 'hall' && each.hour === hour)
  return most && [most.mostCounted, most.countedLimit, most.overCounted, most.rule?.id]
}
