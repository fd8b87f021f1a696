import assert from 'node:assert/strict'
import { personsAllowed, RuleNotEvaluable, strictest, visitorsAllowed } from '../../../src/domain/capacity/limits.ts'
import { aRule } from '../../support/builders.ts'
import type { HeadCountRule, ZoneAtTick } from '../../../src/domain/capacity/limits.ts'
import type { HeadCountDemand } from '../../../src/domain/capacity/occupancy-rule.ts'

const hall = (zone: Omit<ZoneAtTick['zone'], 'id'> = {}, desks: Partial<ZoneAtTick> = {}): ZoneAtTick => ({
  ...{ zone: { id: 'hall', ...zone }, staffedDesks: 0, installedDesks: 0 },
  ...desks,
})
const perM2 = (m2PerPerson: number, atLeast = 0): HeadCountDemand => ({
  ...{ kind: 'area-per-person', m2PerPerson, basis: 'public', atLeast, safetyFactor: 1 },
})
const rule = (id: string, demand: HeadCountDemand, staff = false) =>
  aRule(demand, { id, counting: { staff, exempt: [] } }) as HeadCountRule

describe('a limit', () => {
  it('is that of the strictest rule, which is named', () => {
    const limit = strictest([rule('a', perM2(4)), rule('b', perM2(15)), rule('c', perM2(10))], hall({ publicAreaM2: 100 }))
    assert.deepEqual([limit?.persons, limit?.rule.id], [6, 'b'])
  })

  it('of two rules of one kind is the stricter', () => {
    const caps = [rule('a', { kind: 'absolute-cap', persons: 9 }), rule('b', { kind: 'absolute-cap', persons: 7 })]
    assert.equal(strictest(caps, hall())?.rule.id, 'b')
  })

  it('is absent where no rule counts heads', () => {
    assert.equal(strictest([], hall()), undefined)
    assert.equal(strictest([rule('a', { kind: 'closed', exceptServices: ['sc-death'] })], hall()), undefined)
  })

  for (const area of [0, undefined]) {
    it(`cannot be computed from an area that is ${area ?? 'unknown'}: that never means "no limit"`, () => {
      const at = hall(area === undefined ? {} : { publicAreaM2: area, grossAreaM2: area, residualAreaM2: area })
      const demands: HeadCountDemand[] = [
        perM2(4, 1),
        { kind: 'area-per-person', m2PerPerson: 4, basis: 'gross', atLeast: 1, safetyFactor: 1 },
        { kind: 'area-per-person', m2PerPerson: 4, basis: 'residual', atLeast: 1, safetyFactor: 1 },
        { kind: 'area-switch', thresholdM2: 100, below: { kind: 'absolute-cap', persons: 1 }, above: { kind: 'no-limit' } },
        { kind: 'area-bands', basis: 'public', bands: [{ m2PerPerson: 10 }] },
        { kind: 'distance', metres: 2, usableFraction: 1, grid: 'square' },
        { kind: 'lesser-of', demands: [{ kind: 'absolute-cap', persons: 1 }, perM2(4)] },
      ]
      for (const demand of demands) assert.throws(() => strictest([rule('a', demand)], at), RuleNotEvaluable)
    })
  }

  it('cannot be computed from a capacity that is unknown or 0', () => {
    const half = (base: 'fire' | 'design'): HeadCountDemand => ({ kind: 'fraction-of-capacity', fraction: 0.5, base })
    for (const at of [hall(), hall({ fireCapacity: 0, designCapacity: 0 })]) {
      assert.throws(() => personsAllowed(half('fire'), at), {
        name: 'RuleNotEvaluable',
        zoneId: 'hall',
        missing: 'fire-capacity',
      })
      assert.throws(() => personsAllowed(half('design'), at), { missing: 'design-capacity' })
    }
  })

  it('rounds down: 9.99 m² at 10 m² each hold nobody, unless the rule allows one at least', () => {
    assert.equal(personsAllowed(perM2(10), hall({ publicAreaM2: 9.99 })), 0)
    assert.equal(personsAllowed(perM2(10, 1), hall({ publicAreaM2: 9.99 })), 1)
  })

  it('is not one less because computers write 0.29 × 100 as 28.999999999999996', () => {
    assert.equal(personsAllowed({ kind: 'fraction-of-capacity', fraction: 0.29, base: 'fire' }, hall({ fireCapacity: 100 })), 29)
  })

  it('loses one to each staffed desk where staff count, and is never below 0', () => {
    const capped = rule('a', { kind: 'absolute-cap', persons: 3 }, true)
    assert.deepEqual(
      [0, 2, 3, 4].map(staffedDesks => visitorsAllowed(capped, hall({}, { staffedDesks, installedDesks: 4 }))),
      [3, 1, 0, 0],
    )
  })

  it('counts staff where one rule does and not where another does not', () => {
    const rules = [
      rule('with', { kind: 'absolute-cap', persons: 6 }, true),
      rule('without', { kind: 'absolute-cap', persons: 5 }),
    ]
    assert.equal(strictest(rules, hall({}, { staffedDesks: 2 }))?.rule.id, 'with')
  })

  it('is lifted where the greater of two is none', () => {
    const lifted: HeadCountDemand = {
      kind: 'area-switch',
      thresholdM2: 40,
      below: { kind: 'absolute-cap', persons: 1 },
      above: { kind: 'no-limit' },
    }
    const both = (kind: 'lesser-of' | 'greater-of') =>
      rule('a', { kind, demands: [lifted, { kind: 'absolute-cap', persons: 9 }] })
    assert.equal(strictest([both('greater-of')], hall({ publicAreaM2: 50 })), undefined)
    assert.equal(strictest([both('lesser-of')], hall({ publicAreaM2: 50 }))?.persons, 9)
  })
})
