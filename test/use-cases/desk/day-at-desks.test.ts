import assert from 'node:assert/strict'
import { callNext } from '../../../src/use-cases/desk/call-next.ts'
import { checkIn } from '../../../src/use-cases/desk/check-in.ts'
import { admitWalkIn } from '../../../src/use-cases/desk/admit-walk-in.ts'
import { dayAtDesks } from '../../../src/use-cases/desk/day-at-desks.ts'
import { park } from '../../../src/use-cases/desk/park.ts'
import { NotFound } from '../../../src/use-cases/errors.ts'
import { cancelVisit } from '../../../src/use-cases/resident/cancel-visit.ts'
import { aBuilding, aCity, aDesk, aDeskGroup, aHall, aParty, aRule, aService, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { booked, deskDay, goTo, here, keyOfVisit } from '../../support/desk.ts'
import { aHouse } from '../../support/house.ts'

onBothEngines('The day at the desks', open => {
  it('lists visits by time and desk, with what the desk must know and no name', async () => {
    const rules = [
      aRule(
        { kind: 'absolute-cap', persons: 5 },
        { counting: { staff: false, exempt: [{ kind: 'child' }] }, scope: { zones: ['hall'] } },
      ),
    ]
    const house = await aHouse(await open(), aCity({ rules }))
    const family = await booked(house, '9:20', { party: aParty(3, { child: 2 }) })
    const single = await booked(house, '9:00')
    await cancelVisit(house, (await booked(house, '9:40')).reference)

    const { rows, totals, page, hours } = await dayAtDesks(house, deskDay)
    assert.deepEqual(
      rows.map(row => [row.bookingNumber, row.start, row.minutes, row.persons, row.exempt]),
      [
        [single.number, at('9:00'), 20, 1, []],
        [family.number, at('9:20'), 20, 3, [{ kind: 'child', persons: 2 }]],
      ],
    )
    assert.equal(rows[0]?.referenceEnd, single.reference.slice(4))
    assert.deepEqual(totals, { visits: 2, persons: 4, byStatus: { booked: 2 } })
    assert.deepEqual([page, hours], [4, [{ from: at('8:00'), to: at('16:00') }]])
    await assert.rejects(dayAtDesks(house, { ...deskDay, officeId: 'nowhere' }), NotFound)
  })

  it('reads anew only the visits that have changed', async () => {
    const house = await aHouse(await open(), aCity())
    const changing = await booked(house, '9:00')
    await booked(house, '9:20')
    const before = await dayAtDesks(house, deskDay)
    goTo(house, '8:50')
    await checkIn(house, 'CA', changing.number)
    const after = await dayAtDesks(house, deskDay)

    assert.equal(after.rows[1], before.rows[1])
    assert.deepEqual(
      [before, after].map(day => [day.rows[0]?.status, day.rows[0]?.ticket?.bookedStart]),
      [
        ['booked', undefined],
        ['arrived', at('9:00')],
      ],
    )
  })

  it('knows who waits, in which order and for how long, and what each desk does', async () => {
    const house = await aHouse(await open(), aCity({ desks: [aDesk()] }))
    await here(house, '9:00', '8:50')
    const second = await here(house, '9:20', '8:51')
    const walkIn = await admitWalkIn(house, {
      ...deskDay,
      serviceId: 'id-card',
      party: aParty(),
      needs: [],
      groups: [],
      channel: 'walk-in',
      language: 'pl',
    })
    assert.ok(walkIn.kind === 'admitted')
    goTo(house, '9:01')
    await callNext(house, deskDay, 'desk-1')

    const day = await dayAtDesks(house, deskDay)
    assert.deepEqual(
      day.waiting.map(each => [each.code, each.before, each.minutes]),
      [
        ['A002', 0, 19],
        ['A003', 1, 39],
      ],
    )
    assert.deepEqual(
      [day.desks[0]?.isStaffed, day.rows.find(row => row.bookingNumber === day.desks[0]?.bookingNumber)?.status],
      [true, 'called'],
    )

    await park(house, keyOfVisit(second))
    assert.deepEqual(
      (await dayAtDesks(house, deskDay)).waiting.map(each => each.code),
      ['A003'],
    )
  })

  it('shows a department, a desk group or a desk', async () => {
    const city = aCity({
      departments: [
        { id: 'residents', name: aHall().name },
        { id: 'cars', name: aHall().name },
      ],
      zones: [aBuilding(), aHall(), aHall({ id: 'room' })],
      deskGroups: [aDeskGroup(), aDeskGroup({ id: 'plates', departmentId: 'cars', ticketLetter: 'P' })],
      desks: [aDesk(), aDesk({ id: 'plates-1', deskGroupId: 'plates', zoneId: 'room' })],
      services: [aService(), aService({ id: 'plate', number: 2, deskGroupIds: ['plates'] })],
    })
    const house = await aHouse(await open(), city)
    const card = await booked(house, '9:00')
    const plate = await booked(house, '9:00', { serviceId: 'plate' })
    const numbersIn = async (scope: object) => (await dayAtDesks(house, deskDay, scope)).rows.map(row => row.bookingNumber)
    assert.deepEqual(await numbersIn({ departmentId: 'cars' }), [plate.number])
    assert.deepEqual(await numbersIn({ deskGroupId: 'counter' }), [card.number])
    assert.deepEqual(await numbersIn({ deskId: 'plates-1' }), [plate.number])
    assert.deepEqual(
      (await dayAtDesks(house, deskDay, { deskId: 'plates-1' })).limits.map(each => each.zoneId),
      ['building', 'room'],
    )
  })

  it('shows the limits of each room hour by hour, and what binds them', async () => {
    const rules = [aRule({ kind: 'per-desk', personsPerDesk: 1, basis: 'staffed' }, { id: 'one-a-desk' })]
    const late = aDesk({
      id: 'desk-2',
      roster: [{ weekdays: ['mon'], channels: ['web'], span: { from: at('9:30'), to: at('16:00') } }],
    })
    const house = await aHouse(await open(), aCity({ rules, desks: [aDesk(), late] }))
    await booked(house, '9:40')
    await booked(house, '9:40')
    const building = (await dayAtDesks(house, deskDay)).limits[0]
    assert.deepEqual(building?.hours.slice(1, 3), [
      {
        from: at('9:00'),
        to: at('10:00'),
        booked: 2,
        bodies: 2,
        limit: 1,
        bindingRuleId: 'one-a-desk',
        bodiesLimit: 100,
        isAbove: false,
      },
      {
        from: at('10:00'),
        to: at('11:00'),
        booked: 0,
        bodies: 0,
        limit: 2,
        bindingRuleId: 'one-a-desk',
        bodiesLimit: 100,
        isAbove: false,
      },
    ])
  })

  it('keeps its tag until the day changes, and reads the day only then', async () => {
    const house = await aHouse(await open())
    await booked(house, '9:00')
    const before = await dayAtDesks(house, deskDay)
    goTo(house, '9:00')
    const later = await dayAtDesks(house, deskDay)
    assert.deepEqual([later.etag, later.rows[0]], [before.etag, before.rows[0]])
    assert.equal(later.rows[0], before.rows[0])
    await booked(house, '9:20')
    assert.notEqual((await dayAtDesks(house, deskDay)).etag, before.etag)
  })
})
