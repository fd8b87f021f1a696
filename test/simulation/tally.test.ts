import assert from 'node:assert/strict'
import { planOfDay } from '../../src/domain/capacity/plan.ts'
import { aBuilding, aCity, aHall, aParty, aRule, at } from '../support/builders.ts'
import { aTally, lookIntoRooms, sitsDown } from './tally.ts'

const oneForEachDesk = aRule({ kind: 'per-desk', personsPerDesk: 1, basis: 'staffed' }, { id: 'one', scope: { zones: ['hall'] } })
const enterEarly = aRule({ kind: 'entry-window', earliestBeforeMinutes: 10, latestAfterMinutes: 10 })
const zones = [aBuilding(), aHall({ id: 'waiting', kind: 'waiting' }), aHall({ waitingZoneId: 'waiting' })]
const city = aCity({ zones, rules: [oneForEachDesk, enterEarly] })

describe('The tally of a simulated day', () => {
  it('lets two come to the one clerk who stayed, if they have the room to themselves', () => {
    assert.deepEqual(calledAt('16:05', [2], 1), [])
    assert.deepEqual(calledAt('16:05', [1, 2], 2), ['hall holds 3, its limit is 2, after a call'])
  })

  it('lets nobody be called above a limit while a shift goes on', () => {
    assert.deepEqual(calledAt('15:55', [1, 1], 2), [])
    assert.deepEqual(calledAt('15:55', [3], 2), ['hall holds 3, its limit is 2, after a call'])
  })

  it('lets somebody turn out to be served still after a call', () => {
    assert.deepEqual(calledAt('15:55', [2, 1], 2, [2]), [])
    assert.deepEqual(calledAt('15:55', [3, 1], 2, [2]), ['hall holds 3, its limit is 2, after a call'])
  })

  it('lets nobody be called into an aired room', () => {
    assert.deepEqual(calledAt('16:05', [1], 0), ['hall holds 1, its limit is 0, after a call'])
  })
})

/** What is wrong after parties of so many were called to the desks of the hall, of which `inFact` are staffed in fact. */
function calledAt(time: string, parties: readonly number[], inFact: number, stillThere: readonly number[] = []): string[] {
  const tally = aTally(city)
  for (const number of stillThere) tally.stillThere.add(number)
  const plan = planOfDay(city, 'CA', '2020-05-11', [])
  const calledTo = new Map(parties.map((_, nth) => [`desk-${nth + 1}`, nth + 1]))
  parties.forEach((persons, nth) => sitsDown(tally, `desk-${nth + 1}`, nth + 1, aParty(persons)))
  return lookIntoRooms(tally, plan, plan, zoneId => (zoneId === 'hall' ? inFact : 100), at(time), calledTo)
}
