import assert from 'node:assert/strict'
import { planOfDay } from '../../../src/domain/capacity/plan.ts'
import { fullZoneFor, headsNow, zonesOf, type PresentParty } from '../../../src/domain/queue/room-heads.ts'
import { aBuilding, aCity, aHall, aParty, aRule, at } from '../../support/builders.ts'

const nine = at('9:00')
const oneInTheHall = aRule({ kind: 'absolute-cap', persons: 2 }, { id: 'two', scope: { zones: ['hall'] } })
const enterEarly = aRule({ kind: 'entry-window', earliestBeforeMinutes: 10, latestAfterMinutes: 10 })

describe('Heads in the rooms', () => {
  it('are those called and served; who waits is outdoors', () => {
    const plan = planOn()
    const heads = headsNow(plan, [someone(1, 'serving'), someone(2, 'called'), someone(3, 'arrived')], nine)
    assert.deepEqual(
      [...heads],
      [
        ['building', { counted: 2, bodies: 2 }],
        ['hall', { counted: 2, bodies: 2 }],
      ],
    )
  })

  it('are also those who may come in early, in the waiting zone if there is one', () => {
    const lobby = aHall({ id: 'lobby', kind: 'waiting' })
    const plan = planOn({ rules: [enterEarly], zones: [aBuilding(), lobby, aHall({ waitingZoneId: 'lobby' })] })
    assert.deepEqual(zonesOf(plan, someone(1, 'arrived'), at('8:50')), ['lobby', 'building'])
    assert.deepEqual(zonesOf(plan, someone(1, 'arrived'), at('8:49')), [])
    assert.deepEqual(zonesOf(plan, someone(1, 'called'), at('8:50')), ['hall', 'building'])
  })

  it('leave no room once the limit is reached, and say which rule binds', () => {
    const plan = planOn({ rules: [oneInTheHall] })
    const present = [someone(1, 'serving'), someone(2, 'called')]
    const full = fullZoneFor(plan, present, someone(3, 'arrived'), 'hall', nine)
    assert.deepEqual(full, { zoneId: 'hall', ruleId: 'two', limit: 2, inside: 2 })
    assert.equal(fullZoneFor(plan, present.slice(1), someone(3, 'arrived'), 'hall', nine), undefined)
  })

  it('count a party whole', () => {
    const plan = planOn({ rules: [oneInTheHall] })
    const family = { ...someone(3, 'arrived'), party: aParty(2) }
    assert.equal(fullZoneFor(plan, [someone(1, 'serving')], family, 'hall', nine)?.inside, 1)
    assert.equal(fullZoneFor(plan, [], family, 'hall', nine), undefined)
  })

  it('do not keep out whoever may be inside already, however many others wait there', () => {
    const plan = planOn({ rules: [oneInTheHall, enterEarly] })
    const present = [someone(1, 'serving'), someone(2, 'arrived'), someone(3, 'arrived')]
    assert.equal(fullZoneFor(plan, present, someone(3, 'arrived'), 'hall', nine), undefined)
  })

  it('keep those out who may come in early, as long as those at the desks fill the room', () => {
    const plan = planOn({ rules: [oneInTheHall, enterEarly] })
    const present = [someone(1, 'serving'), someone(2, 'serving'), someone(3, 'arrived')]
    assert.equal(fullZoneFor(plan, present, someone(3, 'arrived'), 'hall', nine)?.inside, 2)
  })

  it('let those who came in be served on when the last desk has closed', () => {
    const rules = [aRule({ kind: 'per-desk', personsPerDesk: 1, basis: 'staffed' }), enterEarly]
    const present = [someone(3, 'arrived')]
    assert.equal(fullZoneFor(planOn({ rules }), present, someone(3, 'arrived'), 'hall', at('16:05')), undefined)
  })

  it('let nobody into a room that is aired, not even those who may be inside', () => {
    const rules = [aRule({ kind: 'per-desk', personsPerDesk: 1, basis: 'staffed' }), enterEarly]
    const span = { from: at('9:00'), to: at('9:20') }
    const aired = planOfDay(aCity({ rules }), 'CA', '2020-05-11', [{ kind: 'zone-closed', zoneId: 'hall', span }])
    const full = fullZoneFor(aired, [someone(3, 'arrived')], someone(3, 'arrived'), 'hall', at('9:05'))
    assert.equal(full?.limit, 0)
    assert.equal(fullZoneFor(aired, [], someone(3, 'arrived'), 'hall', at('9:20')), undefined)
  })

  it('keep to the fire capacity too', () => {
    const plan = planOn({ zones: [aBuilding(), aHall({ fireCapacity: 1 })] })
    assert.deepEqual(fullZoneFor(plan, [someone(1, 'serving')], someone(2, 'arrived'), 'hall', nine), {
      zoneId: 'hall',
      limit: 1,
      inside: 1,
    })
  })
})

function planOn(changes: Parameters<typeof aCity>[0] = {}) {
  return planOfDay(aCity(changes), 'CA', '2020-05-11', [])
}

function someone(bookingNumber: number, status: PresentParty['status']): PresentParty {
  return { bookingNumber, party: aParty(), status, zoneId: 'hall', start: nine }
}
