import assert from 'node:assert/strict'
import { unlimited } from '../../../src/domain/capacity/day.ts'
import { planOfDay } from '../../../src/domain/capacity/plan.ts'
import { aBuilding, aCity, aDesk, aHall, anOffice, aRule, aService, at } from '../../support/builders.ts'
import type { DayException, DayPlan } from '../../../src/domain/capacity/day.ts'
import type { City, Desk } from '../../../src/domain/city.ts'

const monday = '2020-05-11'
const span = (from: string, to: string) => ({ from: at(from), to: at(to) })
const planOn = (date: string, changes: Partial<City> = {}, exceptions: DayException[] = []) =>
  planOfDay(aCity(changes), 'CA', date, exceptions)
const limitAt = (plan: DayPlan, zoneId: string, time: string) =>
  plan.zones.find(({ zone }) => zone.id === zoneId)?.counted[at(time) / 5]

describe('opening hours', () => {
  it('are those of the weekday, and none at the weekend', () => {
    assert.deepEqual(planOn(monday).hours, [span('8:00', '16:00')])
    assert.deepEqual(planOn('2020-05-10').hours, [])
  })

  it('of several that are valid are those that began last', () => {
    const days = { mon: [span('8:00', '13:00')] }
    const opening = [
      { ...{ validFrom: '2020-05-11', days, appointmentOnly: true, provenance: 'assumed' as const } },
      ...anOffice().opening,
    ]
    const plan = planOn(monday, { offices: [anOffice({ opening })] })
    assert.deepEqual([plan.hours, plan.appointmentOnly], [[span('8:00', '13:00')], true])
  })

  it('are replaced by a rule, closed on a holiday, and a special day goes before both', () => {
    const rules = [aRule({ kind: 'hours', days: { fri: [span('9:00', '11:00')] } })]
    assert.deepEqual(planOn('2020-05-08', { rules }).hours, [span('9:00', '11:00')])
    assert.deepEqual(planOn('2020-05-01', { rules }).hours, [])
    const specialDays = [
      { date: '2020-05-01', hours: [] },
      { date: '2020-05-01', officeId: 'CA', hours: [span('10:00', '12:00')] },
    ]
    assert.deepEqual(planOn('2020-05-01', { rules, specialDays }).hours, [span('10:00', '12:00')])
  })

  it('lose a closure of the day, and shifts lose it with them', () => {
    const plan = planOn(monday, {}, [{ kind: 'office-closed', span: span('12:00', '13:00') }])
    assert.deepEqual(plan.hours, [span('8:00', '12:00'), span('13:00', '16:00')])
    assert.deepEqual(
      plan.shifts.filter(({ deskId }) => deskId === 'desk-1').map(shift => shift.span),
      plan.hours,
    )
  })
})

describe('shifts', () => {
  const rostered = (roster: Desk['roster'], exceptions: DayException[] = []) =>
    planOn(monday, { desks: [aDesk({ roster })] }, exceptions).shifts.map(shift => shift.span)

  it('never reach beyond the office’s hours', () => {
    assert.deepEqual(rostered([{ weekdays: ['mon'], span: span('7:00', '12:00'), channels: ['web'] }]), [span('8:00', '12:00')])
  })

  it('follow the weekday and the dates of the roster', () => {
    assert.deepEqual(rostered([{ weekdays: ['tue'], channels: ['web'] }]), [])
    assert.deepEqual(rostered([{ weekdays: ['mon'], channels: ['web'], validTo: '2020-05-10' }]), [])
  })

  it('end in the middle of the day when a desk closes, and begin again when it is staffed', () => {
    const gone: DayException = { kind: 'desk-unstaffed', deskId: 'desk-1', span: span('10:00', '16:00') }
    const back: DayException = {
      kind: 'desk-staffed',
      shift: { deskId: 'desk-1', span: span('14:00', '18:00'), channels: ['phone'] },
    }
    assert.deepEqual(rostered([{ weekdays: ['mon'], channels: ['web'] }], [gone, back]), [
      span('8:00', '10:00'),
      span('14:00', '16:00'),
    ])
  })
})

describe('limits', () => {
  it('begin and end at midnight, both dates inclusive, even in the middle of a closure', () => {
    const rules = [
      aRule({ kind: 'closed', exceptServices: [] }, { id: 'closed', validFrom: '2020-03-16', validTo: '2020-05-10' }),
      aRule({ kind: 'absolute-cap', persons: 40 }, { id: 'cap', validFrom: '2020-05-08', validTo: '2020-05-11' }),
    ]
    const bindingOn = (date: string) => planOn(date, { rules }).zones[0]?.bindingRuleIds[at('10:00') / 5]
    assert.deepEqual(['2020-03-13', '2020-03-16', '2020-05-08', '2020-05-11', '2020-05-12'].map(bindingOn), [
      undefined,
      'closed',
      'closed',
      'cap',
      undefined,
    ])
  })

  it('do not know a rule that is switched off', () => {
    assert.equal(
      limitAt(planOn(monday, { rules: [aRule({ kind: 'absolute-cap', persons: 1 }, { enabled: false })] }), 'building', '10:00'),
      unlimited,
    )
  })

  it('follow the staffed desks tick by tick, those of its parts included', () => {
    const desks = [
      aDesk({ id: 'desk-1' }),
      aDesk({ id: 'desk-2', roster: [{ weekdays: ['mon'], span: span('10:00', '12:00'), channels: ['web'] }] }),
    ]
    const plan = planOn(monday, {
      desks,
      rules: [aRule({ kind: 'per-desk', personsPerDesk: 1, basis: 'staffed' }, { scope: { parts: true } })],
    })
    for (const zoneId of ['building', 'hall']) {
      assert.deepEqual(
        ['7:55', '8:00', '9:55', '10:00', '12:00', '16:00'].map(time => limitAt(plan, zoneId, time)),
        [0, 1, 1, 2, 1, 0],
      )
    }
  })

  it('are those of the scope: the building, zones by name or kind, their parts', () => {
    const zones = [aBuilding(), aHall(), aHall({ id: 'room', kind: 'room', parentId: 'hall' })]
    const reached = (scope: object) =>
      planOn(monday, { zones, rules: [aRule({ kind: 'absolute-cap', persons: 1 }, { scope })] })
        .zones.filter(({ counted }) => counted[0] === 1)
        .map(({ zone }) => zone.id)
    assert.deepEqual(reached({}), ['building'])
    assert.deepEqual(reached({ parts: true }), ['building', 'hall', 'room'])
    assert.deepEqual(reached({ zoneKinds: ['room'] }), ['room'])
    assert.deepEqual(reached({ zones: ['hall'] }), ['hall'])
    assert.deepEqual(reached({ zones: ['hall'], parts: true }), ['hall', 'room'])
    assert.deepEqual(reached({ offices: ['WIE'], parts: true }), [])
  })

  it('are 0 for everybody while a zone is closed for the day or must be empty to be aired', () => {
    const rules = [
      aRule({ kind: 'ventilation', everyMinutes: 60, forMinutes: 10, zoneMustBeEmpty: true }, { scope: { zones: ['hall'] } }),
    ]
    const hall = planOn(monday, { rules }, [{ kind: 'zone-closed', zoneId: 'hall', span: span('15:00', '15:30') }]).zones[1]
    const times = ['8:55', '9:00', '9:05', '9:10', '15:25', '15:30']
    assert.deepEqual(
      times.map(time => hall?.bodies[at(time) / 5]),
      [40, 0, 0, 40, 0, 40],
    )
    assert.deepEqual(
      times.map(time => hall?.bindingRuleIds[at(time) / 5]),
      [undefined, 'ventilation', 'ventilation', undefined, undefined, undefined],
    )
  })

  it('exempt a companion only where every rule in force does, and the least of what they exempt', () => {
    const exempting = (id: string, exempt: { kind: 'child' | 'carer'; atMost?: number }[]) =>
      aRule({ kind: 'absolute-cap', persons: 9 }, { id, counting: { staff: false, exempt } })
    const rules = [exempting('a', [{ kind: 'child' }, { kind: 'carer' }]), exempting('b', [{ kind: 'child', atMost: 2 }])]
    assert.deepEqual([...(planOn(monday, { rules }).zones[0]?.exempt ?? [])], [['child', 2]])
  })
})

describe('what is served in person', () => {
  const services = [
    aService({ id: 'id', essentialArea: 2 }),
    aService({ id: 'tax', essentialArea: 9 }),
    aService({ id: 'other' }),
  ]

  it('is everything where nothing narrows it', () => {
    assert.equal(planOn(monday, { services }).servicesOnly, undefined)
  })

  it('is what every purpose rule and the opening hours name', () => {
    const rules = [
      aRule({ kind: 'purpose', essentialAreas: [1, 2, 9] }, { id: 'a' }),
      aRule({ kind: 'purpose', essentialAreas: [2] }, { id: 'b' }),
    ]
    assert.deepEqual([...(planOn(monday, { services, rules }).servicesOnly ?? [])], ['id'])
    const opening = anOffice().opening.map(hours => ({ ...hours, servicesOnly: ['other'] }))
    assert.deepEqual([...(planOn(monday, { services, offices: [anOffice({ opening })] }).servicesOnly ?? [])], ['other'])
  })

  it('is, in a closed building, what every closing rule excepts', () => {
    const rules = [
      aRule({ kind: 'closed', exceptServices: ['id', 'tax'] }, { id: 'a' }),
      aRule({ kind: 'closed', exceptServices: ['id'] }, { id: 'b' }),
    ]
    const plan = planOn(monday, { services, rules })
    assert.deepEqual(
      [...plan.closures].map(([zoneId, excepted]) => [zoneId, ...excepted]),
      [
        ['building', 'id'],
        ['hall', 'id'],
      ],
    )
    assert.equal(limitAt(plan, 'building', '10:00'), unlimited)
  })
})

describe('rules about time', () => {
  it('let the stricter of one kind win', () => {
    const rules = [
      ...[5, 10].map(minutes => aRule({ kind: 'turnover', minutes }, { id: `turnover-${minutes}` })),
      ...[30, 20].map(minutes => aRule({ kind: 'dwell-cap', minutes }, { id: `cap-${minutes}` })),
      ...[10, 5].map(minutes =>
        aRule({ kind: 'entry-window', earliestBeforeMinutes: minutes, latestAfterMinutes: minutes }, { id: `window-${minutes}` }),
      ),
    ]
    const plan = planOn(monday, { rules })
    assert.deepEqual(
      [plan.turnoverMinutes, plan.dwellCapMinutes, plan.earlyEntryMinutes, plan.latestAfterMinutes],
      [10, 20, 5, 5],
    )
  })

  it('air from the opening on, again after a pause', () => {
    const rules = [aRule({ kind: 'ventilation', everyMinutes: 120, forMinutes: 10, zoneMustBeEmpty: false })]
    const plan = planOn(monday, { rules }, [{ kind: 'office-closed', span: span('11:00', '13:00') }])
    assert.deepEqual(plan.airing.get('hall'), [span('10:00', '10:10'), span('15:00', '15:10')])
  })

  it('keep hours on their weekdays only', () => {
    const rules = [
      aRule({
        kind: 'protected-hours',
        weekdays: ['tue'],
        from: at('10:00'),
        to: at('12:00'),
        group: 'senior',
        opensToAllHoursBefore: 24,
      }),
    ]
    assert.equal(planOn(monday, { rules }).protectedHours.length, 0)
    assert.equal(planOn('2020-05-12', { rules }).protectedHours.length, 1)
  })
})
