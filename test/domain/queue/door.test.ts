import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { DayPlan } from '../../../src/domain/capacity/day.ts'
import { planOfDay } from '../../../src/domain/capacity/plan.ts'
import { answerAtDoor, answerForStandby, type AtDoor, type DoorVisit } from '../../../src/domain/queue/door.ts'
import { moved, recounted } from '../../../src/domain/queue/head-count.ts'
import { headsIn, type HeadCount } from '../../../src/domain/queue/zone-heads.ts'
import { headsOnPath, weightsOnPath } from '../../../src/domain/queue/weight-on-path.ts'
import { maximaOf } from '../../../src/domain/queue/hourly-maxima.ts'
import { worse } from '../../../src/domain/queue/worse-maximum.ts'
import type { HourlyMaximum } from '../../../src/domain/queue/hourly-maximum.ts'
import { nextFromOutside, outsideOrder, standbyPlaces } from '../../../src/domain/queue/outside.ts'
import { zonesNow } from '../../../src/domain/queue/room-left.ts'
import { aBuilding, aCity, aHall, aParty, aRule, at } from '../../support/builders.ts'

const date = '2020-05-11'
const childExempt = { staff: false, exempt: [{ kind: 'child' as const }] }

/** A building for 5 with a hall for 3 and a waiting room for 2; children do not count against these. Ten bodies fit in by fire. */
function aPlan(early = 10): DayPlan {
  const cap = (id: string, zones: string[], persons: number) =>
    aRule({ kind: 'absolute-cap', persons }, { id, scope: { zones }, counting: childExempt })
  const rules = [
    cap('house-cap', ['building'], 5),
    cap('hall-cap', ['hall'], 3),
    cap('wait-cap', ['wait'], 2),
    aRule({ kind: 'entry-window', earliestBeforeMinutes: early, latestAfterMinutes: 15 }),
  ]
  const zones = [
    aBuilding({ fireCapacity: 10 }),
    aHall({ waitingZoneId: 'wait' }),
    aHall({ id: 'wait', kind: 'waiting' }),
    aHall({ id: 'office-7', kind: 'room' }),
  ]
  return planOfDay(aCity({ rules, zones }), 'CA', date, [])
}

function aVisit(changes: Partial<DoorVisit> = {}): DoorVisit {
  return {
    ...{ number: 1, officeId: 'CA', date, start: at('9:00'), status: 'booked', party: aParty() },
    ...{ zoneId: 'hall', standby: false },
    ...changes,
  }
}

function anEntrance(changes: Partial<AtDoor> = {}, time = '9:00'): AtDoor {
  const door = { entrance: 'A' }
  return {
    ...{ plan: aPlan(), now: { date, minute: at(time) }, heads: new Map(), inside: new Set(), promised: [], door, doors: [door] },
    ...changes,
  }
}

describe('The guard', () => {
  it('lets in whoever is due, to where people wait for the desk', () => {
    assert.deepEqual(answerAtDoor(aVisit(), anEntrance()), { kind: 'enter', persons: 1, zoneId: 'wait' })
    assert.deepEqual(answerAtDoor(aVisit({ status: 'called' }), anEntrance()), { kind: 'enter', persons: 1, zoneId: 'hall' })
  })

  it('lets nobody in before their time, and tells the minute', () => {
    assert.deepEqual(answerAtDoor(aVisit(), anEntrance({}, '8:49')), { kind: 'wait-until', minute: at('8:50') })
    assert.equal(answerAtDoor(aVisit(), anEntrance({}, '8:50')).kind, 'enter')
    assert.equal(answerAtDoor(aVisit({ status: 'called' }), anEntrance({}, '8:20')).kind, 'enter')
  })

  it('says when it is too late to come in by the plan', () => {
    assert.equal(answerAtDoor(aVisit(), anEntrance({}, '9:15')).kind, 'enter')
    assert.deepEqual(answerAtDoor(aVisit(), anEntrance({}, '9:16')), { kind: 'too-late', byMinutes: 16 })
    assert.deepEqual(answerAtDoor(aVisit({ status: 'no-show' }), anEntrance()), { kind: 'too-late', byMinutes: 0 })
  })

  it('sends to another day, office or entrance', () => {
    const west = { entrance: 'B', zoneId: 'office-7' }
    const doors = [{ entrance: 'A', zoneId: 'hall' }, west]
    assert.equal(answerAtDoor(aVisit({ date: '2020-05-12' }), anEntrance()).kind, 'not-today')
    assert.equal(answerAtDoor(aVisit({ officeId: 'HF' }), anEntrance()).kind, 'wrong-office')
    assert.deepEqual(answerAtDoor(aVisit(), anEntrance({ door: west, doors })), { kind: 'other-entrance', entrances: ['A'] })
    assert.equal(answerAtDoor(undefined, anEntrance()).kind, 'unknown')
  })

  it('knows who is in, and who has nothing to come for', () => {
    assert.deepEqual(answerAtDoor(aVisit(), anEntrance({ inside: new Set([1]) })), { kind: 'already-in', persons: 1 })
    for (const status of ['cancelled', 'served', 'held', 'expired'] as const)
      assert.deepEqual(answerAtDoor(aVisit({ status }), anEntrance()), { kind: 'over', status })
  })

  it('lets in whoever was called outdoors, who takes no room that was not counted by the call', () => {
    const called = aVisit({ status: 'called', awaited: true })
    const full = anEntrance({ inside: new Set([1]), heads: new Map([['hall', { counted: 99, bodies: 99 }]]) })
    assert.equal(answerAtDoor(called, full).kind, 'enter')
    assert.equal(answerAtDoor(aVisit({ status: 'called' }), full).kind, 'already-in')
    const west = { entrance: 'B', zoneId: 'office-7' }
    assert.equal(answerAtDoor(called, { ...full, door: west, doors: [west] }).kind, 'other-entrance')
  })

  it('tells how many must leave first, where it lacks most, and which rule says so', () => {
    const heads = new Map([
      ['building', { counted: 4, bodies: 4 }],
      ['wait', { counted: 2, bodies: 2 }],
    ])
    assert.deepEqual(answerAtDoor(aVisit({ party: aParty(2) }), anEntrance({ heads })), {
      ...{ kind: 'full', zoneId: 'wait', persons: 2, limit: 2, ruleId: 'wait-cap', kept: false },
    })
  })

  it('lets a child past a sanitary limit, but not past the fire capacity', () => {
    const withChild = aVisit({ party: aParty(2, { child: 1 }) })
    const waiting = (bodies: number) =>
      new Map([
        ['building', { counted: 1, bodies }],
        ['wait', { counted: 1, bodies: 1 }],
      ])
    assert.equal(answerAtDoor(withChild, anEntrance({ heads: waiting(8) })).kind, 'enter')
    const full = answerAtDoor(withChild, anEntrance({ heads: waiting(9) }))
    assert.deepEqual(full, { kind: 'full', zoneId: 'building', persons: 1, limit: 10, kept: false })
  })

  it('keeps the place of those who are due from those who are not', () => {
    const heads = new Map([['building', { counted: 4, bodies: 4 }]])
    const due = aVisit({ number: 2 })
    const one = { counted: 1, bodies: 1 }
    assert.equal(answerForStandby(one, anEntrance({ heads })).kind, 'enter')
    const kept = answerForStandby(one, anEntrance({ heads, promised: [due] }))
    assert.deepEqual(kept, { kind: 'full', zoneId: 'building', persons: 1, limit: 5, ruleId: 'house-cap', kept: true })

    const walkIn = aVisit({ number: 3, status: 'arrived', standby: true })
    assert.equal(answerAtDoor(walkIn, anEntrance({ heads, promised: [due, walkIn] })).kind, 'full')
    assert.equal(answerAtDoor(due, anEntrance({ heads, promised: [due, walkIn] })).kind, 'enter')
    assert.equal(answerForStandby(one, anEntrance({ heads, promised: [due] }, '8:44')).kind, 'enter')
    assert.equal(answerForStandby(one, anEntrance({ heads, promised: [due] }, '8:45')).kind, 'full')
    assert.equal(answerForStandby(one, anEntrance({ heads, promised: [due] }, '9:16')).kind, 'enter')
    assert.equal(standbyPlaces(anEntrance({ promised: [due] })), 4)
  })

  it('calls in first whom a desk has called, then who booked by their time, then standby as they came', () => {
    const waiting = (number: number, since: string, changes: Partial<DoorVisit>) => ({
      since,
      visit: aVisit({ number, ...changes }),
    })
    const outside = [
      waiting(1, '08:00', { standby: true, status: 'arrived' }),
      waiting(2, '08:30', { start: at('9:00') }),
      waiting(3, '08:40', { start: at('8:50') }),
      waiting(4, '08:50', { status: 'called', start: at('9:30') }),
      waiting(5, '07:50', { standby: true, status: 'arrived', start: at('8:00') }),
    ]
    const order = outsideOrder(outside).map(({ visit }) => visit.number)
    assert.deepEqual(order, [4, 3, 2, 5, 1])

    const fullHall = new Map([['hall', { counted: 3, bodies: 3 }]])
    assert.equal(nextFromOutside(outside, anEntrance())?.visit.number, 4)
    assert.equal(nextFromOutside(outside, anEntrance({ heads: fullHall }))?.visit.number, 3)
    assert.equal(nextFromOutside([], anEntrance()), undefined)
  })
})

describe('The count of heads', () => {
  const zoneIds = ['building', 'hall', 'wait', 'office-7']
  const anyHeads = fc
    .tuple(fc.nat(4), fc.nat(4))
    .map(([one, other]) => ({ counted: Math.min(one, other), bodies: Math.max(one, other) }))
  const anyEvent = fc.record({
    kind: fc.constantFrom('in', 'out', 'recount', 'enter', 'call', 'leave'),
    zoneId: fc.constantFrom(...zoneIds),
    heads: anyHeads,
    party: fc.nat(5),
  })
  type Event = typeof anyEvent extends fc.Arbitrary<infer E> ? E : never

  /** What has become of a count, and where the parties that came in with a code are. */
  function lived(plan: DayPlan, events: readonly Event[]): { heads: HeadCount; steps: HeadCount[] } {
    let heads: HeadCount = new Map()
    const steps: HeadCount[] = []
    const inside = new Map<number, ReturnType<typeof weightsOnPath>>()
    for (const { kind, zoneId, heads: counted, party } of events) {
      const from = inside.get(party) ?? []
      const to =
        kind === 'leave' ? [] : weightsOnPath(plan, kind === 'call' ? 'hall' : 'wait', aParty(party + 1, { child: party }))
      if (kind === 'in') heads = moved(plan, heads, [], headsOnPath(plan, zoneId, counted))
      if (kind === 'out') heads = moved(plan, heads, headsOnPath(plan, zoneId, counted), [])
      if (kind === 'recount') heads = recounted(plan, heads, zoneId, counted)
      if (kind === 'enter' || kind === 'call' || kind === 'leave') {
        heads = moved(plan, heads, from, to)
        inside.set(party, to)
      }
      steps.push(heads)
    }
    return { heads, steps }
  }

  it('is never below zero, and nobody is in a part without being in the whole', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), events => {
        for (const heads of lived(aPlan(), events).steps) {
          for (const id of zoneIds) {
            const { counted, bodies } = headsIn(heads, id)
            assert.ok(0 <= counted && counted <= bodies, `${id}: ${counted} of ${bodies}`)
          }
          const parts = ['hall', 'wait', 'office-7'].reduce((sum, id) => sum + headsIn(heads, id).bodies, 0)
          assert.ok(parts <= headsIn(heads, 'building').bodies)
        }
      }),
    )
  })

  it('comes back to nobody when everybody who came by a code has left by it, wherever they were called', () => {
    const anyWay = fc.array(fc.record({ kind: fc.constantFrom('enter' as const, 'call' as const), party: fc.nat(5) }), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(anyWay, way => {
        const event = (kind: Event['kind'], party: number) => ({ kind, party, zoneId: 'hall', heads: { counted: 0, bodies: 0 } })
        const events = [
          ...way.map(({ kind, party }) => event(kind, party)),
          ...[0, 1, 2, 3, 4, 5].map(party => event('leave', party)),
        ]
        const { heads } = lived(aPlan(), events)
        assert.ok(zoneIds.every(id => headsIn(heads, id).bodies === 0 && headsIn(heads, id).counted === 0))
      }),
    )
  })

  it('is what was found after a recount, and the building follows', () => {
    const before = moved(aPlan(), new Map(), [], headsOnPath(aPlan(), 'hall', { counted: 2, bodies: 2 }))
    const after = recounted(aPlan(), before, 'hall', { counted: 4, bodies: 5 })
    assert.deepEqual(headsIn(after, 'hall'), { counted: 4, bodies: 5 })
    assert.deepEqual(headsIn(after, 'building'), { counted: 4, bodies: 5 })
    const emptied = recounted(aPlan(), after, 'building', { counted: 1, bodies: 1 })
    assert.deepEqual(headsIn(emptied, 'hall').bodies, 1)
  })

  it('never goes above a limit by an "enter", whatever happens in between, unless limits were above already', () => {
    const anyParty = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.nat(3))
      .map(([persons, child]) => aParty(persons, { child: Math.min(child, persons) }))
    const anyKnock = fc.record({
      party: anyParty,
      status: fc.constantFrom('booked' as const, 'called' as const),
      leaves: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(anyKnock, { maxLength: 30 }), knocks => {
        const plan = aPlan()
        let heads: HeadCount = new Map()
        knocks.forEach(({ party, status, leaves }, number) => {
          const visit = aVisit({ number, party, status })
          if (answerAtDoor(visit, anEntrance({ plan, heads })).kind !== 'enter') return
          const weights = weightsOnPath(plan, status === 'called' ? 'hall' : 'wait', party)
          heads = moved(plan, heads, [], weights)
          for (const zone of zonesNow(plan, heads, at('9:00'))) assert.ok((zone.left ?? 0) >= 0, JSON.stringify(zone))
          if (leaves) heads = moved(plan, heads, weights, [])
        })
      }),
    )
  })
})

describe('The most in an hour', () => {
  it('keeps the limit that mattered, of every hour that a count stood through', () => {
    const plan = aPlan()
    const heads = new Map([['hall', { counted: 4, bodies: 5 }]])
    const found = maximaOf(plan, heads, at('9:58'), at('11:00')).filter(each => each.zoneId === 'hall')
    assert.deepEqual(
      found.map(({ hour, mostCounted, overCounted, countedLimit, ruleId }) => [
        hour,
        mostCounted,
        overCounted,
        countedLimit,
        ruleId,
      ]),
      [9, 10, 11].map(hour => [hour, 4, 1, 3, 'hall-cap']),
    )
  })

  it('takes the limit of the moment that was worst', () => {
    const one = (mostCounted: number, countedLimit: number): HourlyMaximum => ({
      ...{ hour: 9, zoneId: 'hall', mostCounted, countedLimit, overCounted: Math.max(0, mostCounted - countedLimit) },
      ...{ mostBodies: mostCounted, overBodies: 0 },
    })
    const both = worse(one(8, 10), one(4, 3))
    assert.deepEqual([both.mostCounted, both.countedLimit, both.overCounted], [8, 3, 1])
    const kept = worse(one(8, 10), one(4, 5))
    assert.deepEqual([kept.mostCounted, kept.countedLimit, kept.overCounted], [8, 10, 0])
  })
})
