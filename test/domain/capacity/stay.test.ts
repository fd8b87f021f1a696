import assert from 'node:assert/strict'
import { planOfDay } from '../../../src/domain/capacity/plan.ts'
import { presenceOf } from '../../../src/domain/capacity/stay.ts'
import { aBuilding, aCity, aHall, aParty, aPolicy, aRule, at } from '../../support/builders.ts'
import type { Party } from '../../../src/domain/booking/booking.ts'
import type { Zone } from '../../../src/domain/city.ts'
import type { CompanionKind } from '../../../src/domain/capacity/occupancy-rule.ts'

const early = (minutes: number) => aRule({ kind: 'entry-window', earliestBeforeMinutes: minutes, latestAfterMinutes: 10 })

/** Zones and stretches of a visit served 9:00–9:20 by somebody who may come 10 minutes early and takes 5 to leave. */
function staysIn(zones: Zone[], zoneId: string, earlyMinutes = 10): string[] {
  const plan = planOfDay(
    aCity({ zones, rules: [early(earlyMinutes)], policy: aPolicy({ leavingMinutes: 5 }) }),
    'CA',
    '2020-05-11',
    [],
  )
  const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
  return presenceOf(plan, zoneId, at('9:00'), at('9:20'), aParty())
    .map(stay => `${stay.zoneId} ${clock(stay.from)}–${clock(stay.to)}`)
    .toSorted()
}

describe('presence', () => {
  it('is in the hall from early entry to leaving where there is no waiting zone', () => {
    assert.deepEqual(staysIn([aBuilding(), aHall()], 'hall'), ['building 8:50–9:25', 'hall 8:50–9:25'])
  })

  it('is in the waiting zone before, in the hall after, and in the building for both', () => {
    const zones = [aBuilding(), aHall({ waitingZoneId: 'waiting' }), aHall({ id: 'waiting', kind: 'waiting' })]
    assert.deepEqual(staysIn(zones, 'hall'), ['building 8:50–9:25', 'hall 9:00–9:25', 'waiting 8:50–9:00'])
  })

  it('begins at the start where people wait outdoors', () => {
    const zones = [aBuilding(), aHall({ waitingZoneId: 'waiting' }), aHall({ id: 'waiting', kind: 'waiting' })]
    assert.deepEqual(staysIn(zones, 'hall', 0), ['building 9:00–9:25', 'hall 9:00–9:25'])
  })

  it('is in a hall all the while if its waiting zone is a corner of it', () => {
    const zones = [aBuilding(), aHall({ waitingZoneId: 'waiting' }), aHall({ id: 'waiting', kind: 'waiting', parentId: 'hall' })]
    assert.deepEqual(staysIn(zones, 'hall'), ['building 8:50–9:25', 'hall 8:50–9:25', 'waiting 8:50–9:00'])
  })

  it('is in every zone around a room, and around the place where one waits', () => {
    const zones = [
      ...[aBuilding(), aHall({ id: 'floor-1' }), aHall({ id: 'floor-0' })],
      aHall({ id: 'room', parentId: 'floor-1', waitingZoneId: 'lobby' }),
      aHall({ id: 'lobby', parentId: 'floor-0' }),
    ]
    assert.deepEqual(staysIn(zones, 'room'), [
      ...['building 8:50–9:25', 'floor-0 8:50–9:00', 'floor-1 9:00–9:25'],
      ...['lobby 8:50–9:00', 'room 9:00–9:25'],
    ])
  })

  it('does not begin before midnight', () => {
    const plan = planOfDay(aCity({ rules: [early(10)] }), 'CA', '2020-05-11', [])
    assert.equal(presenceOf(plan, 'hall', 5, 25, aParty())[0]?.from, 0)
  })
})

describe('the weight of a party', () => {
  const counting = { staff: false, exempt: (['child', 'interpreter', 'disability'] as CompanionKind[]).map(kind => ({ kind })) }
  const rules = [aRule({ kind: 'absolute-cap', persons: 9 }, { counting, scope: { zones: ['hall'] } })]
  const plan = planOfDay(aCity({ rules }), 'CA', '2020-05-11', [])
  const weights = (party: Party) =>
    presenceOf(plan, 'hall', at('9:00'), at('9:20'), party).map(({ zoneId, counted, bodies }) => [zoneId, counted, bodies])

  it('of a family of four with two children is two by the sanitary rule and four by the fire regulations', () => {
    assert.deepEqual(weights(aParty(4, { child: 2 })), [
      ['hall', 2, 4],
      ['building', 4, 4],
    ])
  })

  it('of a deaf person with an interpreter and a child is one', () => {
    assert.deepEqual(weights(aParty(3, { interpreter: 1, child: 1 }))[0], ['hall', 1, 3])
  })

  it('of an exempt person alone is none', () => {
    assert.deepEqual(weights(aParty(1, { disability: 1 }))[0], ['hall', 0, 1])
  })

  it('is never below none', () => {
    assert.deepEqual(weights(aParty(1, { disability: 1, child: 3 }))[0], ['hall', 0, 1])
  })
})
