import assert from 'node:assert/strict'
import { strictest } from '../../../src/domain/capacity/limits.ts'
import { planOfDay } from '../../../src/domain/capacity/plan.ts'
import { weightIn } from '../../../src/domain/capacity/stay.ts'
import { aBuilding, aCity, aDesk, aHall, aParty, aRule, aService, at } from '../../support/builders.ts'
import type { HeadCountRule, ZoneAtTick } from '../../../src/domain/capacity/limits.ts'
import type { Counting, HeadCountDemand } from '../../../src/domain/capacity/occupancy-rule.ts'
import type { DayPlan, ZoneLimits } from '../../../src/domain/capacity/day.ts'

// Each rule is one that was in force somewhere; its name is that of the rule in the collection it was tried against.

const noStaff: Counting = { staff: false, exempt: [] }
const withStaff: Counting = { staff: true, exempt: [] }
const perDesk = (personsPerDesk: number, basis: 'staffed' | 'installed'): HeadCountDemand => ({
  kind: 'per-desk',
  personsPerDesk,
  basis,
})
const perPerson = (
  m2PerPerson: number,
  more: { basis?: 'gross' | 'residual'; atLeast?: number; safetyFactor?: number } = {},
): HeadCountDemand => ({
  ...{ kind: 'area-per-person', m2PerPerson, basis: 'public', atLeast: 0, safetyFactor: 1 },
  ...more,
})
const upTo100M2 = (below: HeadCountDemand, above: HeadCountDemand): HeadCountDemand => ({
  kind: 'area-switch',
  thresholdM2: 100,
  below,
  above,
})
const cap = (persons: number): HeadCountDemand => ({ kind: 'absolute-cap', persons })

type Place = Partial<Omit<ZoneAtTick, 'zone'>> & Omit<ZoneAtTick['zone'], 'id'>

interface Example {
  readonly id: string
  readonly says: string
  readonly demand: HeadCountDemand
  readonly counting?: Counting
  readonly cases: readonly (readonly [place: Place, persons: number | undefined])[]
}

const examples: readonly Example[] = [
  {
    ...{ id: 'pl-shop-2020-04-01', says: 'three persons per till, closed tills too', demand: perDesk(3, 'installed') },
    cases: [[{ installedDesks: 12, staffedDesks: 2 }, 36]],
  },
  {
    ...{ id: 'pl-post-2020-04-01', says: 'two persons per window', demand: perDesk(2, 'installed') },
    cases: [[{ installedDesks: 3, staffedDesks: 1 }, 6]],
  },
  {
    ...{ id: 'pl-shop-2020-04-20', says: 'four per till up to 100 m², above it one per 15 m²' },
    demand: upTo100M2(perDesk(4, 'installed'), perPerson(15)),
    cases: [
      [{ publicAreaM2: 100, installedDesks: 2 }, 8],
      [{ publicAreaM2: 100.1, installedDesks: 2 }, 6],
      [{ publicAreaM2: 240, installedDesks: 2 }, 16],
    ],
  },
  {
    ...{ id: 'pl-post-2020-10-24', says: 'five per window up to 100 m², above it one per 15 m²' },
    demand: upTo100M2(perDesk(5, 'installed'), perPerson(15)),
    cases: [
      [{ publicAreaM2: 80, installedDesks: 2 }, 10],
      [{ publicAreaM2: 150, installedDesks: 2 }, 10],
    ],
  },
  {
    ...{ id: 'pl-post-2020-10-24, as the other newspaper read it', says: 'staff count as well', counting: withStaff },
    demand: upTo100M2(perDesk(5, 'installed'), perPerson(15)),
    cases: [[{ publicAreaM2: 80, installedDesks: 2, staffedDesks: 2 }, 8]],
  },
  {
    ...{
      id: 'pl-shop-2020-11-28',
      says: 'one per 10 m² up to 100 m², above it one per 15 m²',
      demand: upTo100M2(perPerson(10), perPerson(15)),
    },
    cases: [
      [{ publicAreaM2: 100 }, 10],
      [{ publicAreaM2: 105 }, 7],
    ],
  },
  {
    ...{
      id: 'pl-shop-2021-03-27',
      says: 'one per 15 m² up to 100 m², above it one per 20 m²',
      demand: upTo100M2(perPerson(15), perPerson(20)),
    },
    cases: [
      [{ publicAreaM2: 100 }, 6],
      [{ publicAreaM2: 120 }, 6],
    ],
  },
  {
    ...{
      id: 'de-bw-2020-12',
      says: 'one per 10 m² of the first 800 m², one per 20 m² of the rest; children with parents exempt',
    },
    demand: { kind: 'area-bands', basis: 'public', bands: [{ upToM2: 800, m2PerPerson: 10 }, { m2PerPerson: 20 }] },
    counting: { staff: false, exempt: [{ kind: 'child' }] },
    cases: [
      [{ publicAreaM2: 1200 }, 100],
      [{ publicAreaM2: 799 }, 79],
      [{ publicAreaM2: 819 }, 80],
    ],
  },
  {
    ...{ id: 'de-bw-2020-spring', says: 'one per 10 m² with staff; at least two, staff among them', counting: withStaff },
    demand: perPerson(10, { atLeast: 2 }),
    cases: [
      [{ publicAreaM2: 240, staffedDesks: 7 }, 17],
      [{ publicAreaM2: 15, staffedDesks: 1 }, 1],
      [{ publicAreaM2: 15, staffedDesks: 3 }, 0],
    ],
  },
  { ...{ id: 'at-2020-04', says: 'one per 20 m²', demand: perPerson(20) }, cases: [[{ publicAreaM2: 239 }, 11]] },
  {
    ...{ id: 'at-2020-11', says: 'one per 10 m², below 10 m² one', demand: perPerson(10, { atLeast: 1 }) },
    cases: [
      [{ publicAreaM2: 9.99 }, 1],
      [{ publicAreaM2: 20 }, 2],
    ],
  },
  {
    ...{
      id: 'fr-2020-05',
      says: '4 m² each of what furniture leaves, less a fifth for safety, staff counted',
      counting: withStaff,
    },
    demand: perPerson(4, { basis: 'residual', safetyFactor: 0.8 }),
    cases: [
      [{ residualAreaM2: 1200 }, 240],
      [{ residualAreaM2: 1200, staffedDesks: 12 }, 228],
    ],
  },
  {
    ...{ id: 'fr-2020-11', says: '8 m² gross each; a couple, or a parent with a child, counts as one' },
    demand: perPerson(8, { basis: 'gross', atLeast: 1 }),
    counting: { staff: false, exempt: [{ kind: 'household', atMost: 1 }, { kind: 'child' }] },
    cases: [
      [{ grossAreaM2: 7 }, 1],
      [{ grossAreaM2: 85 }, 10],
    ],
  },
  {
    ...{ id: 'fr-re-2022-01', says: 'three quarters of what the room was made for' },
    demand: { kind: 'fraction-of-capacity', fraction: 0.75, base: 'design' },
    cases: [[{ designCapacity: 50 }, 37]],
  },
  {
    ...{ id: 'it-2020-05', says: 'one at a time up to 40 m²; above, entry is staggered and heads are not counted' },
    demand: { kind: 'area-switch', thresholdM2: 40, below: cap(1), above: { kind: 'no-limit' } },
    cases: [
      [{ publicAreaM2: 40 }, 1],
      [{ publicAreaM2: 41 }, undefined],
    ],
  },
  {
    ...{
      id: 'us-fraction',
      says: 'half of the fire capacity',
      demand: { kind: 'fraction-of-capacity', fraction: 0.5, base: 'fire' },
    },
    cases: [[{ fireCapacity: 121 }, 60]],
  },
  {
    ...{ id: 'us-lesser', says: 'a quarter of the fire capacity or 125, whichever is less' },
    demand: { kind: 'lesser-of', demands: [{ kind: 'fraction-of-capacity', fraction: 0.25, base: 'fire' }, cap(125)] },
    cases: [
      [{ fireCapacity: 400 }, 100],
      [{ fireCapacity: 600 }, 125],
    ],
  },
  {
    ...{ id: 'us-lawton-2020-04', says: '500 square feet (46.45 m²) each, never more than 100' },
    demand: { kind: 'lesser-of', demands: [perPerson(46.45), cap(100)] },
    cases: [
      [{ publicAreaM2: 464.5 }, 10],
      [{ publicAreaM2: 9290 }, 100],
    ],
  },
  {
    ...{ id: 'au-vic-2020', says: '4 m² each of the area open to the public, rounded down', demand: perPerson(4) },
    cases: [
      [{ publicAreaM2: 16 }, 4],
      [{ publicAreaM2: 38.72 }, 9],
    ],
  },
  {
    ...{
      id: 'au-nsw-2021',
      says: '2 m² each, but 25 persons in any case',
      demand: { kind: 'greater-of', demands: [cap(25), perPerson(2)] },
    },
    cases: [
      [{ publicAreaM2: 30 }, 25],
      [{ publicAreaM2: 62 }, 31],
    ],
  },
  { ...{ id: 'au-tas-2020', says: 'fifty, babies too', demand: cap(50) }, cases: [[{}, 50]] },
  {
    ...{ id: 'nz-2021', says: 'as many as keep 1 m between them in the usable part' },
    demand: { kind: 'distance', metres: 1, usableFraction: 0.7, grid: 'square' },
    cases: [
      [{ publicAreaM2: 100 }, 70],
      [{ publicAreaM2: 9.99 }, 6],
    ],
  },
  {
    ...{ id: 'uk-2m', says: 'as many as keep 2 m between them, offset row by row' },
    demand: { kind: 'distance', metres: 2, usableFraction: 1, grid: 'hex' },
    cases: [[{ publicAreaM2: 100 }, 28]],
  },
  {
    ...{ id: 'pl-poz-878-par-12-4', says: 'one person per staffed desk in a room', demand: perDesk(1, 'staffed') },
    cases: [[{ installedDesks: 12, staffedDesks: 7 }, 7]],
  },
  {
    ...{ id: 'baca-county-2020', says: 'half of the desks staffed, one person at each', demand: perDesk(1, 'staffed') },
    cases: [[{ installedDesks: 12, staffedDesks: 6 }, 6]],
  },
  {
    ...{ id: 'krakow-wedding-2021', says: 'twenty-five in the wedding room', demand: cap(25) },
    cases: [[{ fireCapacity: 60 }, 25]],
  },
  {
    ...{ id: 'krakow-wedding-2021-zgody', says: 'ten in the wedding room', demand: cap(10) },
    cases: [[{ fireCapacity: 60 }, 10]],
  },
  {
    ...{ id: 'pl-poz-878-par-12-4', says: 'one per staffed desk of a room, staff not counted', demand: perDesk(1, 'staffed') },
    cases: [
      [{ installedDesks: 12, staffedDesks: 7 }, 7],
      [{ installedDesks: 12, staffedDesks: 0 }, 0],
    ],
  },
  {
    ...{ id: 'pl-church-2020-04', says: 'one per 15 m²', demand: perPerson(15) },
    cases: [[{ publicAreaM2: 500 }, 33]],
  },
  {
    ...{ id: 'pl-church-2020-10', says: 'one per 7 m²', demand: perPerson(7) },
    cases: [[{ publicAreaM2: 500 }, 71]],
  },
  {
    ...{ id: 'pl-church-2021-03', says: 'one per 20 m²', demand: perPerson(20) },
    cases: [[{ publicAreaM2: 500 }, 25]],
  },
  { ...{ id: 'krakow-2020-03-16', says: 'closed', demand: { kind: 'closed', exceptServices: [] } }, cases: [[{}, 0]] },
]

describe('rules that were in force', () => {
  for (const { id, says, demand, counting = noStaff, cases } of examples) {
    it(`${id}: ${says}`, () => {
      for (const [place, persons] of cases) {
        const { staffedDesks = 0, installedDesks = 0, ...zone } = place
        const limit = strictest([aRule(demand, { counting }) as HeadCountRule], {
          zone: { id: 'hall', ...zone },
          staffedDesks,
          installedDesks,
        })
        assert.equal(limit?.persons, persons, JSON.stringify(place))
      }
    })
  }

  it('us-elmore-2020-05: four at the tag windows, two in any other department', () => {
    const { zones } = planOf(
      [aRule(cap(4), { id: 'tags', scope: { zones: ['tags'] } }), aRule(cap(2), { id: 'others', scope: { zones: ['probate'] } })],
      ['tags', 'probate'],
    )
    assert.deepEqual(zones.map(({ zone, counted }) => [zone.id, counted[100]]).slice(1), [
      ['tags', 4],
      ['probate', 2],
    ])
  })

  it('at-2020-11 in joined premises: the whole and each part must keep the limit', () => {
    const rule = aRule(perPerson(10, { atLeast: 1 }), { scope: { parts: true } })
    const { zones } = planOf([rule], ['shop'])
    assert.deepEqual(
      zones.map(({ zone, counted }) => [zone.id, counted[100]]),
      [
        ['building', 20],
        ['shop', 8],
      ],
    )
  })

  it('it-2020-05, above 40 m²: at most so many arrive in each stretch', () => {
    const plan = planOf([aRule({ kind: 'staggered-arrivals', atMost: 3, perMinutes: 10 })])
    assert.deepEqual(plan.arrivals, [{ ruleId: 'staggered-arrivals', atMost: 3, perMinutes: 10 }])
  })

  it('de-ar-2020-08-office: ten minutes of airing every hour', () => {
    const plan = planOf([airing(60)])
    assert.deepEqual(
      plan.airing
        .get('hall')
        ?.map(span => [span.from, span.to])
        .slice(0, 2),
      [
        [at('9:00'), at('9:10')],
        [at('10:00'), at('10:10')],
      ],
    )
    assert.equal(plan.airing.get('hall')?.length, 7)
  })

  it('de-ar-2020-08-meeting: ten minutes of airing every twenty', () => {
    assert.deepEqual(
      planOf([airing(20)])
        .airing.get('hall')
        ?.at(0),
      { from: at('8:20'), to: at('8:30') },
    )
  })

  it('pl-rpo-2021-06: half an hour at most, disinfection after each visit, two in the waiting room, carers and children not counted', () => {
    const exempt: Counting = { staff: false, exempt: [{ kind: 'carer' }, { kind: 'child' }] }
    const plan = planOf([
      aRule({ kind: 'dwell-cap', minutes: 30 }),
      aRule({ kind: 'turnover', minutes: 10 }),
      aRule(cap(2), { scope: { zones: ['hall'] }, counting: exempt }),
    ])
    const hall = plan.zones[1]
    assert.equal(plan.dwellCapMinutes, 30)
    assert.equal(plan.turnoverMinutes, 10)
    assert.equal(hall?.counted[100], 2)
    assert.deepEqual(weightIn(hall as ZoneLimits, aParty(3, { carer: 1, child: 1 })), { counted: 1, bodies: 3 })
  })

  it('fr-2020-11: of a couple with two children one counts', () => {
    const counting: Counting = { staff: false, exempt: [{ kind: 'household', atMost: 1 }, { kind: 'child' }] }
    const [building] = planOf([aRule(cap(9), { counting })]).zones
    assert.equal(building && weightIn(building, aParty(4, { household: 1, child: 2 })).counted, 1)
    assert.equal(building && weightIn(building, aParty(3, { household: 2 })).counted, 2)
  })

  it('krakow-wedding-2021: whoever is vaccinated comes in addition', () => {
    const counting: Counting = { staff: false, exempt: [{ kind: 'vaccinated' }] }
    const [building] = planOf([aRule(cap(25), { counting })]).zones
    assert.equal(building && weightIn(building, aParty(6, { vaccinated: 4 })).counted, 2)
  })

  it('pl-poz-697-par-13-2 and pl-poz-878-par-12: from 16 May the environment is among the necessary matters, others never', () => {
    const areas = [1, 2, 3, 4, 5, 6, 7, 8].map(area => aService({ id: `area-${area}`, number: area, essentialArea: area }))
    const services = [...areas, aService({ id: 'none', number: 9 })]
    const necessary = (upTo: number, validFrom: string, validTo: string) =>
      aRule({ kind: 'purpose', essentialAreas: areas.map((_, i) => i + 1).slice(0, upTo) }, { id: validFrom, validFrom, validTo })
    const rules = [necessary(7, '2020-04-22', '2020-05-15'), necessary(8, '2020-05-16', '2020-06-30')]
    const on = (date: string) => [...(planOfDay(aCity({ services, rules }), 'CA', date, []).servicesOnly ?? services)].length
    assert.deepEqual(['2020-05-15', '2020-05-18', '2020-07-01'].map(on), [7, 8, 9])
  })

  it('pl-senior-2020-04: from ten to noon people of 65 and more alone, Monday to Friday', () => {
    const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
    const span = { from: at('10:00'), to: at('12:00') }
    const rule = aRule({ kind: 'protected-hours', weekdays, ...span, group: 'senior', opensToAllHoursBefore: 0 })
    const on = (date: string) => planOfDay(aCity({ rules: [rule] }), 'CA', date, []).protectedHours.map(hours => hours.span)
    assert.deepEqual([on('2020-04-20'), on('2020-04-25')], [[span], []])
  })

  it('pl-poz-964-par-14: child, carer, interpreter and certificate holder come in addition', () => {
    const exempt = (['child', 'carer', 'interpreter', 'disability', 'other-by-law'] as const).map(kind => ({ kind }))
    const [building] = planOf([aRule(perDesk(1, 'staffed'), { counting: { staff: false, exempt } })]).zones
    assert.equal(building && weightIn(building, aParty(3, { interpreter: 1, child: 1 })).counted, 1)
  })
})

describe('the worked example of a room of 240 m² with 12 desks', () => {
  const clerks = Array.from({ length: 12 }, (_, i) => aDesk({ id: `desk-${i}`, ...(i >= 7 && { roster: [] }) }))
  const rules = [
    aRule({ kind: 'per-desk', personsPerDesk: 1, basis: 'staffed' }, { scope: { zones: ['hall'] } }),
    aRule(
      { kind: 'area-per-person', m2PerPerson: 15, basis: 'public', atLeast: 0, safetyFactor: 1 },
      { scope: { zones: ['hall'] } },
    ),
    aRule({ kind: 'fraction-of-capacity', fraction: 0.5, base: 'fire' }, { scope: { zones: ['hall'] } }),
    aRule({ kind: 'absolute-cap', persons: 40 }, { scope: { zones: ['hall'] } }),
  ]
  const city = aCity({ zones: [aBuilding(), aHall({ publicAreaM2: 240, fireCapacity: 120 })], desks: clerks, rules })

  it('holds seven, one per staffed desk, and says that this is what binds', () => {
    const hall = planOfDay(city, 'CA', '2020-05-25', []).zones[1]
    assert.equal(hall?.counted[at('10:00') / 5], 7)
    assert.equal(hall.bindingRuleIds[at('10:00') / 5], 'per-desk')
    assert.equal(hall.bodies[at('10:00') / 5], 120)
  })

  it('holds five while two clerks are absent', () => {
    const ill = (deskId: string) => ({ kind: 'desk-unstaffed' as const, deskId, span: { from: at('9:00'), to: at('12:00') } })
    const hall = planOfDay(city, 'CA', '2020-05-25', [ill('desk-0'), ill('desk-1')]).zones[1]
    assert.deepEqual(
      [at('8:55'), at('9:00'), at('11:55'), at('12:00')].map(minute => hall?.counted[minute / 5]),
      [7, 5, 5, 7],
    )
  })
})

function airing(everyMinutes: number) {
  return aRule({ kind: 'ventilation', everyMinutes, forMinutes: 10, zoneMustBeEmpty: false }, { scope: { zones: ['hall'] } })
}

function planOf(rules: readonly ReturnType<typeof aRule>[], halls: readonly string[] = ['hall']): DayPlan {
  const zones = [aBuilding(), ...halls.map(id => aHall({ id }))]
  const desks = [aDesk({ zoneId: halls[0] ?? 'hall' })]
  return planOfDay(aCity({ zones, desks, rules }), 'CA', '2020-05-25', [])
}
