import assert from 'node:assert/strict'
import { cityOf } from '../../../src/repositories/city.ts'
import { loadCity } from '../../../src/use-cases/manager/load-city.ts'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { findBooking } from '../../../src/use-cases/resident/find-booking.ts'
import { verify } from '../../../src/use-cases/operator/verify.ts'
import { aCity, aDesk, aRequest, aRule, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { aHouse } from '../../support/house.ts'

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
  })
})
