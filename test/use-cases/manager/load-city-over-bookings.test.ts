import assert from 'node:assert/strict'
import { channels, type City } from '../../../src/domain/city.ts'
import { cityOf } from '../../../src/repositories/city.ts'
import { loadCity } from '../../../src/use-cases/manager/load-city.ts'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { cancelVisit } from '../../../src/use-cases/resident/cancel-visit.ts'
import { confirmHold } from '../../../src/use-cases/resident/confirm-hold.ts'
import { findBooking } from '../../../src/use-cases/resident/find-booking.ts'
import { holdVisit } from '../../../src/use-cases/resident/hold-visit.ts'
import { moveVisit } from '../../../src/use-cases/resident/move-visit.ts'
import { verify } from '../../../src/use-cases/operator/verify.ts'
import { aBuilding, aCity, aDesk, aDeskGroup, aHall, anOffice, aRequest, aRule, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { aHouse } from '../../support/house.ts'

/** The tiny city after it has moved to another office. */
const elsewhere = aCity({
  offices: [anOffice({ id: 'NB', number: 2 })],
  zones: [aBuilding({ id: 'new-building', officeId: 'NB' }), aHall({ id: 'new-hall', officeId: 'NB', parentId: 'new-building' })],
  deskGroups: [aDeskGroup({ officeId: 'NB' })],
  desks: [aDesk({ id: 'new-desk', officeId: 'NB', zoneId: 'new-hall' })],
})

onBothEngines('Loading a city over bookings', open => {
  it('keeps them, and lays their days out by the new rules', async () => {
    const house = await aHouse(await open())
    const booking = await bookVisit(house, aRequest(), { language: 'pl' })
    const cap = aRule({ kind: 'absolute-cap', persons: 0 })

    const load = await loadCity(house, aCity({ rules: [cap] }))

    assert.deepEqual([load.version, load.relaidDays], [2, 1])
    assert.equal((await findBooking(house, booking.reference))?.status, 'booked')
    await assert.rejects(bookVisit(house, aRequest({ start: at('10:00') }), { language: 'pl' }), { name: 'BookingRefused' })
    for await (const violation of verify(house)) assert.fail(JSON.stringify(violation))
  })

  it('keeps one at a desk that is no longer there', async () => {
    const house = await aHouse(await open())
    const booking = await bookVisit(house, aRequest(), { language: 'pl' })
    const left = ['desk-1', 'desk-2'].filter(id => id !== booking.deskId).map(id => aDesk({ id, label: id }))

    await loadCity(house, aCity({ desks: left }))

    assert.equal((await findBooking(house, booking.reference))?.deskId, booking.deskId)
    assert.equal((await cityOf(house.db)).desks.length, 1)
    for await (const violation of verify(house)) assert.fail(JSON.stringify(violation))
  })

  it('keeps one in a hall that is no longer there, and excuses it', async () => {
    const house = await aHouse(await open())
    const booking = await bookVisit(house, aRequest(), { language: 'pl' })
    const lobby = aHall({ id: 'lobby' })

    await loadCity(house, aCity({ zones: [aBuilding(), lobby], desks: [aDesk({ zoneId: 'lobby', id: 'desk-9' })] }))

    const kept = { zone_id: 'hall', tick: at('9:00'), counted: 1, bodies_limit: 0, excused: 1 }
    assert.deepEqual(await house.db('zone_ticks').where(kept).count({ rows: '*' }).first(), { rows: 1 })
    for await (const violation of verify(house)) assert.fail(JSON.stringify(violation))
    assert.equal((await cancelVisit(house, booking.reference)).status, 'cancelled')
    for await (const violation of verify(house)) assert.fail(JSON.stringify(violation))
  })

  it('keeps one at an office that is no longer there, where nobody can book any more', async () => {
    const house = await aHouse(await open())
    const [booking, other] = [
      await bookVisit(house, aRequest(), { language: 'pl' }),
      await bookVisit(house, aRequest({ start: at('10:00') }), { language: 'pl' }),
    ]

    const load = await loadCity(house, elsewhere)

    assert.equal(load.relaidDays, 1)
    const staffed = { office_id: 'CA', booking_number: null }
    assert.deepEqual(await house.db('desk_ticks').where(staffed).count({ rows: '*' }).first(), { rows: 0 })
    for await (const violation of verify(house)) assert.fail(JSON.stringify(violation))
    await assert.rejects(bookVisit(house, aRequest({ start: at('11:00') }), { language: 'pl' }))

    assert.equal((await cancelVisit(house, booking.reference)).status, 'cancelled')
    const to = { officeId: 'NB', date: '2020-05-12', start: at('9:00') }
    assert.equal((await moveVisit(house, other.reference, to)).officeId, 'NB')
    for await (const violation of verify(house)) assert.fail(JSON.stringify(violation))
  })

  it('keeps no hold of a place that is no longer there, and those that still are', async () => {
    const house = await aHouse(await open())
    const [booking, hold, later] = [
      await bookVisit(house, aRequest({ party: { persons: 2, companions: {} } }), { language: 'pl' }),
      await holdVisit(house, aRequest(), { language: 'pl' }),
      await holdVisit(house, aRequest({ start: at('10:00') }), { language: 'pl' }),
    ]

    await loadCity(house, aCity({ rules: [aRule({ kind: 'absolute-cap', persons: 1 })] }))

    await assert.rejects(confirmHold(house, hold.reference, { language: 'pl' }), { status: 'expired' })
    assert.equal((await confirmHold(house, later.reference, { language: 'pl' })).status, 'booked')
    assert.equal((await findBooking(house, booking.reference))?.status, 'booked')
    for await (const violation of verify(house)) assert.fail(JSON.stringify(violation))
  })

  it('sees what is wrong at an office that is no longer there', async () => {
    const house = await aHouse(await open())
    await bookVisit(house, aRequest(), { language: 'pl' })
    await loadCity(house, elsewhere)
    await house.db('zone_ticks').where({ zone_id: 'hall' }).update({ counted: 0 })

    const kinds = new Set<string>()
    for await (const violation of verify(house)) kinds.add(`${violation.officeId} ${violation.kind}`)
    assert.deepEqual([...kinds], ['CA zone-ledger-differs'])
  })

  const perDesk = aRule({ kind: 'per-desk', personsPerDesk: 1, basis: 'staffed' }, { scope: { zones: ['hall'] } })
  const fromTuesday = { weekdays: ['tue' as const], validFrom: '2020-05-12', channels }
  const corrections: [string, Partial<City>][] = [
    ['a desk was taken out', { rules: [perDesk], desks: [aDesk({ id: 'desk-2' })] }],
    ['a fire capacity was corrected', { rules: [perDesk], zones: [aBuilding({ fireCapacity: 1 }), aHall({ fireCapacity: 1 })] }],
    [
      'a roster was dated from today',
      { rules: [perDesk], desks: ['desk-1', 'desk-2'].map(id => aDesk({ id, roster: [fromTuesday] })) },
    ],
    ['a rule was added', { rules: [aRule({ kind: 'absolute-cap', persons: 0 })] }],
    ['the hall became part of a floor', { zones: [aBuilding(), aHall({ id: 'floor' }), aHall({ parentId: 'floor' })] }],
    [
      'a desk moved to another room',
      { zones: [aBuilding(), aHall(), aHall({ id: 'room' })], desks: [aDesk({ zoneId: 'room' })] },
    ],
  ]
  for (const [what, changes] of corrections) {
    it(`leaves days that are over as they were, and sound, after ${what}`, async () => {
      const house = await aHouse(await open(), aCity({ rules: [perDesk] }))
      for (let visits = 0; visits < 2; visits += 1) await bookVisit(house, aRequest(), { language: 'pl' })
      house.clock.set('2020-05-12T07:00')

      assert.equal((await loadCity(house, aCity(changes))).relaidDays, 0)

      for await (const violation of verify(house)) assert.fail(JSON.stringify(violation))
      await house
        .db('zone_ticks')
        .where({ zone_id: 'hall', tick: at('9:00') })
        .update({ counted: 0 })
      const kinds = new Set<string>()
      for await (const violation of verify(house)) kinds.add(violation.kind)
      assert.deepEqual([...kinds], ['zone-ledger-differs'])
    })
  }
})
