import assert from 'node:assert/strict'
import type { Violation } from '../../../src/domain/capacity/violation.ts'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { cancelVisit } from '../../../src/use-cases/resident/cancel-visit.ts'
import { verify } from '../../../src/use-cases/operator/verify.ts'
import type { House } from '../../../src/use-cases/house.ts'
import { aBuilding, aCity, aDesk, aHall, anOffice, aParty, aPolicy, aRequest, aRule, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { deskDay } from '../../support/desk.ts'
import { aHouse } from '../../support/house.ts'

async function violationsOf(house: House, from?: string): Promise<Violation[]> {
  const found: Violation[] = []
  for await (const violation of verify(house, from)) found.push(violation)
  return found
}

onBothEngines('Verifying', open => {
  it('finds nothing where everything came by the rules', async () => {
    const house = await aHouse(await open())
    await bookVisit(house, aRequest({ start: at('9:00') }), { language: 'pl' })
    const { reference } = await bookVisit(house, aRequest({ start: at('9:20') }), { language: 'pl' })
    await cancelVisit(house, reference)

    assert.deepEqual(await violationsOf(house), [])
  })

  it('finds a booking that was written past the ledger', async () => {
    const house = await aHouse(await open())
    const { number } = await bookVisit(house, aRequest({ start: at('9:00') }), { language: 'pl' })
    await house
      .db('bookings')
      .where({ number })
      .update({ start_minute: at('9:20'), end_minute: at('9:40'), desk_until_minute: at('9:40') })

    const kinds = new Set((await violationsOf(house)).map(violation => violation.kind))

    assert.ok(kinds.has('desk-ledger-differs') && kinds.has('presence-wrong'), [...kinds].join(' '))
    assert.deepEqual(await violationsOf(house, '2020-05-12'), [])
  })

  it('finds a ledger that was changed by hand', async () => {
    const house = await aHouse(await open())
    await bookVisit(house, aRequest({ start: at('9:00') }), { language: 'pl' })
    await house
      .db('zone_ticks')
      .where({ zone_id: 'hall', tick: at('9:00') })
      .update({ counted: 0, bodies: 0 })

    const found = await violationsOf(house)

    assert.ok(found.some(violation => violation.kind === 'zone-ledger-differs' && violation.from === at('9:00')))
  })

  it('looks at days with bookings that have no sheet', async () => {
    const house = await aHouse(await open())
    const one = await bookVisit(house, aRequest({ start: at('9:00') }), { language: 'pl' })
    const other = await bookVisit(house, aRequest({ start: at('9:00') }), { language: 'pl' })
    await house.db('bookings').where({ number: other.number }).update({ desk_id: one.deskId })
    for (const table of ['zone_ticks', 'desk_ticks', 'day_sheets']) await house.db(table).delete()

    const found = await violationsOf(house)

    assert.deepEqual(found[0], { ...deskDay, kind: 'day-sheet-missing', bookings: 2, from: 0, to: 1440 })
    const twice = found.find(violation => violation.kind === 'desk-claimed-twice')
    assert.deepEqual(twice?.bookingNumbers, [one.number, other.number])
    assert.deepEqual(await violationsOf(house, '2020-05-12'), [])
  })

  it('names what is booked where no city is loaded', async () => {
    const house = await aHouse(await open())
    const { number } = await bookVisit(house, aRequest({ start: at('9:00') }), { language: 'pl' })
    const { reference } = await bookVisit(house, aRequest({ start: at('9:20') }), { language: 'pl' })
    await cancelVisit(house, reference)
    await house.db('city_versions').delete()

    assert.deepEqual(await violationsOf(house), [
      { ...deskDay, kind: 'city-missing', bookingNumber: number, from: at('9:00'), to: at('9:20') },
    ])
  })

  it('names rows that cannot be read, and goes on', async () => {
    const house = await aHouse(await open())
    const nonsense = [
      ['presence', 'here'],
      ['presence', '{}'],
      ['presence', '[null]'],
      ['presence', JSON.stringify([{ zoneId: 'hall', from: at('9:00'), to: at('9:20'), counted: -1, bodies: 1 }])],
      ['companions', 'null'],
      ['needs', '{'],
    ]
    const numbers: number[] = []
    for (const [place, [column = '', written]] of nonsense.entries()) {
      const { number } = await bookVisit(house, aRequest({ start: at('9:00') + 20 * place }), { language: 'pl' })
      await house
        .db('bookings')
        .where({ number })
        .update({ [column]: written })
      numbers.push(number)
    }
    const sound = await bookVisit(house, aRequest({ start: at('15:00') }), { language: 'pl' })
    await house.db('desk_ticks').where({ booking_number: sound.number }).update({ booking_number: null })

    const found = await violationsOf(house)

    assert.deepEqual(
      found.flatMap(violation => (violation.kind === 'booking-unreadable' ? [[violation.bookingNumber, violation.column]] : [])),
      nonsense.map(([column], place) => [numbers[place], column]),
    )
    assert.ok(found.some(violation => violation.kind === 'desk-ledger-differs' && violation.booked === sound.number))
  })

  it('takes the hours of another office for those of none but that', async () => {
    const annexe = aBuilding({ id: 'annexe', officeId: 'NB' })
    const morning = [{ from: at('8:00'), to: at('9:00') }]
    const city = aCity({
      offices: [anOffice(), anOffice({ id: 'NB', number: 2 })],
      zones: [aBuilding(), aHall(), annexe],
      rules: [
        aRule({ kind: 'hours', days: { mon: morning } }, { scope: { zones: ['annexe'] } }),
        aRule({ kind: 'per-desk', personsPerDesk: 1, basis: 'staffed' }, { scope: { zones: ['hall'] } }),
      ],
    })
    const house = await aHouse(await open(), city)
    await bookVisit(house, aRequest({ start: at('11:00') }), { language: 'pl' })

    assert.deepEqual(await violationsOf(house), [])
  })

  it('finds limits that were raised in the ledger, and persons excused for nothing', async () => {
    const house = await aHouse(await open())
    await bookVisit(house, aRequest({ start: at('9:00') }), { language: 'pl' })
    await house.db('zone_ticks').where({ zone_id: 'hall' }).update({ bodies_limit: 1000 })
    await house.db('zone_ticks').where({ zone_id: 'building' }).update({ excused: 1000 })

    const found = await violationsOf(house)

    assert.deepEqual(
      found.map(({ officeId: _, date: __, from: ___, to: ____, ...rest }) => rest),
      [
        { kind: 'excused-unneeded', zoneId: 'building', excused: 1000, needed: 0 },
        { kind: 'zone-limit-differs', zoneId: 'hall', count: 'bodies', reckoned: 40, ledger: 1000 },
      ],
    )
  })

  it('finds parties that weigh less than the rules let them, come too late or leave too early', async () => {
    const rules = [
      aRule({ kind: 'absolute-cap', persons: 30 }, { counting: { staff: false, exempt: [{ kind: 'child', atMost: 1 }] } }),
      aRule({ kind: 'entry-window', earliestBeforeMinutes: 5, latestAfterMinutes: 10 }),
    ]
    const house = await aHouse(await open(), aCity({ rules, policy: aPolicy({ leavingMinutes: 5 }) }))
    const family = await bookVisit(house, aRequest({ party: aParty(4, { child: 2, vaccinated: 1 }) }), { language: 'pl' })
    const other = await bookVisit(house, aRequest({ start: at('10:00') }), { language: 'pl' })
    assert.deepEqual(await violationsOf(house), [])

    const lighter = family.presence.map(stay => (stay.zoneId === 'building' ? { ...stay, counted: 2 } : stay))
    const shorter = other.presence.map(stay => ({ ...stay, from: at('10:00'), to: at('10:20') }))
    await write(family.number, lighter)
    await write(other.number, shorter)

    const wrong = (await violationsOf(house)).filter(({ kind }) => kind === 'presence-wrong')
    assert.deepEqual(
      wrong.map(({ from, to, ...rest }) => [(rest as { zoneId: string }).zoneId, from, to]),
      [
        ['building', at('8:55'), at('9:25')],
        ['hall', at('9:55'), at('10:25')],
        ['building', at('9:55'), at('10:25')],
      ],
    )

    function write(number: number, presence: object) {
      return house
        .db('bookings')
        .where({ number })
        .update({ presence: JSON.stringify(presence) })
    }
  })

  it('finds bookings at desks of another office, and where nobody is', async () => {
    const city = aCity({
      offices: [anOffice(), anOffice({ id: 'NB', number: 2 })],
      zones: [aBuilding(), aHall(), aBuilding({ id: 'annexe', officeId: 'NB' })],
      desks: [aDesk(), aDesk({ id: 'desk-2' }), aDesk({ id: 'desk-3', officeId: 'NB', zoneId: 'annexe' })],
    })
    const house = await aHouse(await open(), city)
    const away = await bookVisit(house, aRequest(), { language: 'pl' })
    const late = await bookVisit(house, aRequest({ start: at('10:00') }), { language: 'pl' })
    await house.db('bookings').where({ number: away.number }).update({ desk_id: 'desk-3' })
    await house
      .db('bookings')
      .where({ number: late.number })
      .update({ start_minute: at('20:00'), end_minute: at('20:20'), desk_until_minute: at('20:20') })

    const kinds = (await violationsOf(house)).flatMap(({ kind, from }) => (/^desk-[ou]/.test(kind) ? [[kind, from]] : []))

    assert.deepEqual(kinds.sort(), [
      ['desk-of-another-office', at('9:00')],
      ['desk-unstaffed', at('20:00')],
    ])
  })
})
