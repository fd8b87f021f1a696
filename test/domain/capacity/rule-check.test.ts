import assert from 'node:assert/strict'
import { unusablePerDeskRule } from '../../../src/domain/capacity/rule-check.ts'
import { notEvaluable } from '../../../src/domain/capacity/not-evaluable.ts'
import { aBuilding, aCity, aHall, aPolicy, aRule } from '../../support/builders.ts'
import type { City } from '../../../src/domain/city.ts'

const perDesk = (personsPerDesk = 1) =>
  aRule({ kind: 'per-desk', personsPerDesk, basis: 'staffed' }, { id: 'one', scope: { zoneKinds: ['hall'] } })
const early = (earliestBeforeMinutes: number) => aRule({ kind: 'entry-window', earliestBeforeMinutes, latestAfterMinutes: 10 })
const turnover = (minutes: number) => aRule({ kind: 'turnover', minutes })
const tight = (changes: Partial<City>) =>
  unusablePerDeskRule(aCity({ policy: aPolicy({ leavingMinutes: 5 }), ...changes }), 'CA', '2020-05-25')

describe('a rule of one person per desk', () => {
  it('cannot be used fully if early entry and leaving are longer than the turnover: the arithmetic is shown', () => {
    assert.deepEqual(tight({ rules: [perDesk(), early(5), turnover(5)] }), [
      { ruleId: 'one', zoneId: 'hall', earlyMinutes: 5, leavingMinutes: 5, turnoverMinutes: 5, overlapMinutes: 5 },
    ])
  })

  it('can if the turnover covers both', () => assert.deepEqual(tight({ rules: [perDesk(), early(5), turnover(10)] }), []))

  it('can if people wait elsewhere until their time', () => {
    const zones = [aBuilding(), aHall({ waitingZoneId: 'waiting' }), aHall({ id: 'waiting', kind: 'waiting' })]
    assert.deepEqual(tight({ zones, rules: [perDesk(), early(5), turnover(5)] }), [])
    const inside = [aBuilding(), aHall({ waitingZoneId: 'waiting' }), aHall({ id: 'waiting', kind: 'waiting', parentId: 'hall' })]
    assert.equal(tight({ zones: inside, rules: [perDesk(), early(5), turnover(5)] }).length, 1)
  })

  it('is no trouble where each desk has two', () => assert.deepEqual(tight({ rules: [perDesk(2), early(5)] }), []))

  it('is found inside a rule for small rooms', () => {
    const demand = {
      kind: 'area-switch' as const,
      thresholdM2: 100,
      below: perDesk().demand as never,
      above: { kind: 'no-limit' as const },
    }
    assert.equal(tight({ rules: [aRule(demand, { scope: { zones: ['hall'] } }), early(5)] }).length, 1)
  })
})

describe('a rule that lacks an area', () => {
  it('is named with the zone and what is missing, whatever its dates; one that is switched off is not', () => {
    const { publicAreaM2: _, ...hall } = aHall()
    const demand = { kind: 'area-per-person' as const, m2PerPerson: 4, basis: 'public' as const, atLeast: 1, safetyFactor: 1 }
    const rules = [
      aRule(demand, { id: 'later', scope: { parts: true }, validFrom: '2099-01-01' }),
      aRule(demand, { id: 'off', scope: { parts: true }, enabled: false }),
      aRule({ kind: 'fraction-of-capacity', fraction: 0.5, base: 'design' }, { id: 'half' }),
    ]
    assert.deepEqual(notEvaluable(aCity({ zones: [aBuilding(), hall], rules })), [
      { ruleId: 'later', zoneId: 'hall', missing: 'public-area' },
      { ruleId: 'half', zoneId: 'building', missing: 'design-capacity' },
    ])
  })
})
