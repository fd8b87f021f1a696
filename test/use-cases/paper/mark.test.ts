import assert from 'node:assert/strict'
import type { City } from '../../../src/domain/city.ts'
import { keyOf } from '../../../src/repositories/change-day.ts'
import { cityOf } from '../../../src/repositories/city.ts'
import { daysOf } from '../../../src/repositories/days.ts'
import { admitWalkIn } from '../../../src/use-cases/desk/admit-walk-in.ts'
import { callNext } from '../../../src/use-cases/desk/call-next.ts'
import { publish } from '../../../src/use-cases/desk/change-day/publish.ts'
import { checkIn } from '../../../src/use-cases/desk/check-in.ts'
import { finish } from '../../../src/use-cases/desk/finish.ts'
import { markNoShow } from '../../../src/use-cases/desk/mark-no-show.ts'
import { startServing } from '../../../src/use-cases/desk/start-serving.ts'
import { undo } from '../../../src/use-cases/desk/undo.ts'
import { paperOfDay } from '../../../src/use-cases/paper/paper-of-day.ts'
import { cancelVisit } from '../../../src/use-cases/resident/cancel-visit.ts'
import { holdVisit } from '../../../src/use-cases/resident/hold-visit.ts'
import { aCity, aParty, aRequest, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { booked, deskDay, goTo, keyOfVisit } from '../../support/desk.ts'
import { aHouse, type TestHouse } from '../../support/house.ts'

onBothEngines('The mark of paper', open => {
  it('has four signs that are read for no other', async () => {
    const house = await aHouse(await open())
    assert.match(await markNow(house), /^[2-9A-HJKMNP-Z]{4}$/)
  })

  it('stays through every step of the queue, although each turns a page, and through walk-ins', async () => {
    const house = await aHouse(await open())
    const [first, second] = [await booked(house, '9:20'), await booked(house, '9:40')]
    const mark = await markNow(house)
    goTo(house, '9:00')
    await checkIn(house, 'CA', first.number)
    const key = keyOfVisit({ booking: first })
    assert.equal((await callNext(house, deskDay, 'desk-2')).kind, 'called')
    assert.equal(await markNow(house), mark, 'called, and moved to another desk and an earlier time')
    await startServing(house, key)
    goTo(house, '9:07')
    await finish(house, key)
    await undo(house, key)
    await finish(house, key)
    const walkIn = { officeId: 'CA', serviceId: 'id-card', party: aParty(), needs: [], groups: [] }
    assert.equal((await admitWalkIn(house, { ...walkIn, channel: 'walk-in', language: 'pl' })).kind, 'admitted')
    goTo(house, '10:00')
    await markNoShow(house, keyOfVisit({ booking: second }), 'booked')
    assert.equal(await markNow(house), mark)
  })

  it('turns when somebody books or cancels, and returns when the day is again as it was', async () => {
    const house = await aHouse(await open())
    const empty = await markNow(house)
    const visit = await booked(house, '9:00')
    assert.notEqual(await markNow(house), empty)
    await cancelVisit(house, visit.reference)
    assert.equal(await markNow(house), empty)
  })

  it('turns when a desk is closed or the rules change', async () => {
    const house = await aHouse(await open())
    const before = await markNow(house)
    const exception = { kind: 'desk-unstaffed', deskId: 'desk-1', span: { from: at('10:00'), to: at('11:00') } } as const
    assert.ok((await publish(house, deskDay, { exceptions: [exception], decisions: new Map() })).published)
    const closed = await markNow(house)
    assert.notEqual(closed, before)
    const box = { dropBoxes: [{ address: 'Rynek 1', officeId: 'CA' }] }
    const other = await aHouse(await open(), aCity(box))
    assert.notEqual(await markNow(other), before, 'another notice hangs on the door')
  })

  it('does not count who only holds a time', async () => {
    const house = await aHouse(await open())
    const before = await markNow(house)
    await holdVisit(house, aRequest(), { language: 'pl' })
    assert.equal(await markNow(house), before)
  })
})

async function markNow(house: TestHouse): Promise<string> {
  const city: City = await cityOf(house.db)
  const asOf = (await daysOf(house.db, city, ['CA'], deskDay.date, deskDay.date)).get(keyOf(deskDay))
  assert.ok(asOf)
  return (await paperOfDay(house, city, deskDay, asOf.day)).mark
}
