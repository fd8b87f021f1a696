import assert from 'node:assert/strict'
import { bookingsOfDay } from '../../../src/repositories/bookings.ts'
import { deskTicks, zoneTicks } from '../../../src/repositories/ledger.ts'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { BookingRefused, KeyReused, NotFound } from '../../../src/use-cases/errors.ts'
import { aCity, aPolicy, aRequest, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { aHouse } from '../../support/house.ts'

const inPolish = { language: 'pl' } as const

onBothEngines('Booking a visit', open => {
  it('takes the desk and the rooms in the ledger', async () => {
    const house = await aHouse(await open())
    const request = aRequest({ start: at('9:00') })

    const booking = await bookVisit(house, request, inPolish)

    const desks = (await deskTicks(house.db, request)).filter(tick => tick.bookingNumber === booking.number)
    assert.deepEqual(
      desks.map(tick => tick.tick),
      [at('9:00'), at('9:05'), at('9:10'), at('9:15')],
    )
    const hall = (await zoneTicks(house.db, request)).filter(tick => tick.zoneId === 'hall' && tick.bodies > 0)
    assert.deepEqual([hall[0]?.tick, hall.at(-1)?.tick, hall[0]?.counted], [at('9:00'), at('9:15'), 1])
  })

  it('gets another reference where the one that was drawn is somebody else’s', async () => {
    const draws = [1, 1, 1, 2]
    const house = { ...(await aHouse(await open())), random: (bytes: number) => new Uint8Array(bytes).fill(draws.shift() ?? 3) }
    const first = await bookVisit(house, aRequest({ start: at('9:00') }), inPolish)
    const second = await bookVisit(house, aRequest({ start: at('9:00') }), inPolish)

    assert.deepEqual(draws, [])
    assert.notEqual(second.reference, first.reference)
    assert.deepEqual(
      (await bookingsOfDay(house.db, first)).map(({ number, reference }) => [number, reference]),
      [first, second].map(({ number, reference }) => [number, reference]),
    )
  })

  it('sells two desks twice at one time and then says no, with near times', async () => {
    const house = await aHouse(await open())
    const request = aRequest({ start: at('9:00') })
    await bookVisit(house, request, inPolish)
    await bookVisit(house, request, inPolish)

    await assert.rejects(bookVisit(house, request, inPolish), error => {
      assert.ok(error instanceof BookingRefused)
      assert.equal(error.refusal.reason, 'no-desk')
      assert.deepEqual(error.alternatives[0], { officeId: request.officeId, date: request.date, start: at('8:40') })
      return true
    })
    assert.equal((await bookingsOfDay(house.db, request)).length, 2)
  })

  it('sells a place once to thirty who ask at the same moment', async () => {
    const house = await aHouse(await open())
    const request = aRequest({ start: at('10:00') })

    const answers = await Promise.allSettled(Array.from({ length: 30 }, () => bookVisit(house, request, inPolish)))

    assert.equal(answers.filter(answer => answer.status === 'fulfilled').length, 2)
    assert.ok(answers.every(answer => answer.status === 'fulfilled' || answer.reason instanceof BookingRefused))
  })

  it('books once for one key, even asked twice at the same moment', async () => {
    const house = await aHouse(await open())
    const once = { key: 'a'.repeat(64), fingerprint: 'b'.repeat(64) }

    const [one, other] = await Promise.all([
      bookVisit(house, aRequest(), inPolish, { once }),
      bookVisit(house, aRequest(), inPolish, { once }),
    ])

    assert.equal(one.reference, other.reference)
    assert.equal((await bookingsOfDay(house.db, aRequest())).length, 1)
    await assert.rejects(bookVisit(house, aRequest(), inPolish, { once: { ...once, fingerprint: 'c'.repeat(64) } }), KeyReused)
  })

  it('answers the same booking to the same key, even where it took the last place', async () => {
    const house = await aHouse(await open())
    const once = { key: 'a'.repeat(64), fingerprint: 'b'.repeat(64) }
    await bookVisit(house, aRequest(), inPolish)

    const answers = await Promise.all(Array.from({ length: 5 }, () => bookVisit(house, aRequest(), inPolish, { once })))

    assert.equal(new Set(answers.map(answer => answer.reference)).size, 1)
  })

  it('refuses a third open booking of one e-mail address', async () => {
    const house = await aHouse(await open(), aCity({ policy: aPolicy({ perContact: { open: 2, perDate: 2 } }) }))
    const contact = { language: 'pl', email: 'jan@example.pl' } as const
    await bookVisit(house, aRequest({ start: at('9:00') }), contact)
    await bookVisit(house, aRequest({ start: at('10:00') }), contact)

    await assert.rejects(
      bookVisit(house, aRequest({ start: at('11:00') }), contact),
      (error: unknown) => error instanceof BookingRefused && error.refusal.reason === 'contact-limit',
    )
  })

  it('knows no office and no service that the city does not have', async () => {
    const house = await aHouse(await open())

    await assert.rejects(bookVisit(house, aRequest({ officeId: 'nowhere' }), inPolish), NotFound)
    await assert.rejects(bookVisit(house, aRequest({ serviceId: 'nothing' }), inPolish), NotFound)
  })
})
