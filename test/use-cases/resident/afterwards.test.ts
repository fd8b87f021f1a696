import assert from 'node:assert/strict'
import type { Knex } from 'knex'
import { bookingByReference, type BookingRecord } from '../../../src/repositories/bookings.ts'
import { deskTicks, zoneTicks } from '../../../src/repositories/ledger.ts'
import { giveUpPlace } from '../../../src/use-cases/day/let-holds-expire.ts'
import { onDay } from '../../../src/use-cases/day/on-day.ts'
import { expireHolds } from '../../../src/use-cases/day/expire-holds.ts'
import { BookingRefused, NotFound, NotNow } from '../../../src/use-cases/errors.ts'
import { loadCity } from '../../../src/use-cases/manager/load-city.ts'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { cancelVisit } from '../../../src/use-cases/resident/cancel-visit.ts'
import { confirmHold } from '../../../src/use-cases/resident/confirm-hold.ts'
import { holdVisit } from '../../../src/use-cases/resident/hold-visit.ts'
import { moveVisit } from '../../../src/use-cases/resident/move-visit.ts'
import { offersOf } from '../../../src/use-cases/resident/offers-of.ts'
import { aCity, aPolicy, aRequest, aRule, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { violations } from '../../support/desk.ts'
import { aHouse, type TestHouse } from '../../support/house.ts'

const inPolish = { language: 'pl' } as const
const monday = { officeId: 'CA', date: '2020-05-11' }
const tuesday = { officeId: 'CA', date: '2020-05-12' }

async function isUntouched(db: Knex, day: typeof monday): Promise<boolean> {
  const taken = (await deskTicks(db, day)).some(tick => tick.bookingNumber !== null)
  return !taken && (await zoneTicks(db, day)).every(tick => tick.bodies === 0 && tick.counted === 0)
}

/** Takes a booking's place away, as a change of the day does. */
async function displace(house: TestHouse, reference: string): Promise<void> {
  const booking = (await bookingByReference(house.db, reference)) as BookingRecord
  await onDay(house, booking, open => giveUpPlace(open, { ...booking, status: 'displaced' }))
}

onBothEngines('Afterwards', open => {
  it('moves a visit to another day: the old place is free, the new one taken', async () => {
    const house = await aHouse(await open())
    const { reference } = await bookVisit(house, aRequest({ start: at('9:00') }), inPolish)

    const moved = await moveVisit(house, reference, { ...tuesday, start: at('10:00') })

    assert.deepEqual([moved.date, moved.start, moved.revision], ['2020-05-12', at('10:00'), 1])
    assert.ok(await isUntouched(house.db, monday))
    assert.equal((await deskTicks(house.db, tuesday)).filter(tick => tick.bookingNumber === moved.number).length, 4)
  })

  it('moves a visit within its own hour, over the place it has now', async () => {
    const house = await aHouse(await open())
    const first = await bookVisit(house, aRequest({ start: at('9:00') }), inPolish)
    await bookVisit(house, aRequest({ start: at('9:00') }), inPolish)

    const moved = await moveVisit(house, first.reference, { ...monday, start: at('9:20') })

    assert.equal(moved.start, at('9:20'))
  })

  it('keeps the old place when the new one cannot be had', async () => {
    const house = await aHouse(await open())
    const mine = await bookVisit(house, aRequest({ start: at('9:00') }), inPolish)
    await bookVisit(house, aRequest({ date: '2020-05-12', start: at('10:00') }), inPolish)
    await bookVisit(house, aRequest({ date: '2020-05-12', start: at('10:00') }), inPolish)

    await assert.rejects(moveVisit(house, mine.reference, { ...tuesday, start: at('10:00') }), BookingRefused)

    const still = await bookingByReference(house.db, mine.reference)
    assert.deepEqual([still?.date, still?.start, still?.status], ['2020-05-11', at('9:00'), 'booked'])
    assert.equal((await deskTicks(house.db, monday)).filter(tick => tick.bookingNumber === mine.number).length, 4)
  })

  it('lets whoever has lost a place move or cancel all the same', async () => {
    const house = await aHouse(await open())
    const one = await bookVisit(house, aRequest({ start: at('9:00') }), inPolish)
    const other = await bookVisit(house, aRequest({ start: at('10:00') }), inPolish)
    for (const { reference } of [one, other]) await displace(house, reference)

    const moved = await moveVisit(house, one.reference, { ...tuesday, start: at('10:00') })
    const cancelled = await cancelVisit(house, other.reference)

    assert.deepEqual([moved.status, cancelled.status], ['booked', 'cancelled'])
    assert.ok(await isUntouched(house.db, monday))
  })

  it('cancels once, whoever asks again, and frees the place at once', async () => {
    const house = await aHouse(await open())
    const { reference } = await bookVisit(house, aRequest(), inPolish)

    const cancelled = await cancelVisit(house, reference)
    const again = await cancelVisit(house, reference)

    assert.deepEqual([cancelled.status, again.revision], ['cancelled', cancelled.revision])
    assert.ok(await isUntouched(house.db, monday))
    await assert.rejects(moveVisit(house, reference, { ...tuesday, start: at('9:00') }), NotNow)
    await assert.rejects(cancelVisit(house, 'AAAAAAAA'), NotFound)
  })

  it('lets a cancelled place rest where the city says so', async () => {
    const policy = aPolicy({ releaseAfterCancel: { minutes: 30, randomMinutes: 0 } })
    const house = await aHouse(await open(), aCity({ policy }))
    const { reference } = await bookVisit(house, aRequest(), inPolish)

    await cancelVisit(house, reference)

    assert.equal(await isUntouched(house.db, monday), false)
    house.clock.passMinutes(31)
    await expireHolds(house)
    assert.ok(await isUntouched(house.db, monday))
  })

  it('cancels above a limit that was lowered, where the place could not rest', async () => {
    const policy = aPolicy({ releaseAfterCancel: { minutes: 30, randomMinutes: 0 } })
    const house = await aHouse(await open(), aCity({ policy }))
    const visits = [await bookVisit(house, aRequest(), inPolish), await bookVisit(house, aRequest(), inPolish)]
    await loadCity(house, aCity({ policy, rules: [aRule({ kind: 'absolute-cap', persons: 0 })] }))

    for (const { reference } of visits) assert.equal((await cancelVisit(house, reference)).status, 'cancelled')

    assert.deepEqual(await violations(house), [])
  })

  it('lets a hold be moved or confirmed at one moment, and keeps what was confirmed', async () => {
    const house = await aHouse(await open())
    const { reference } = await holdVisit(house, aRequest(), inPolish)
    const to = { ...tuesday, start: at('9:00') }
    await Promise.all([moveVisit(house, reference, to), confirmHold(house, reference, inPolish)])

    house.clock.passMinutes(11)
    await expireHolds(house)
    for (const day of [monday, tuesday]) await bookVisit(house, aRequest({ ...day, start: at('10:00') }), inPolish)

    assert.equal((await bookingByReference(house.db, reference))?.status, 'booked')
    for (const full of [false, false, true]) {
      const booked = bookVisit(house, aRequest({ start: at('9:00') }), inPolish)
      await (full ? assert.rejects(booked, BookingRefused) : booked)
    }
    assert.deepEqual(await violations(house), [])
  })

  it('holds a place for ten minutes, and confirms it in place', async () => {
    const house = await aHouse(await open())
    const hold = await holdVisit(house, aRequest(), inPolish)
    house.clock.passMinutes(9)

    const booking = await confirmHold(house, hold.reference, { language: 'uk' })

    assert.deepEqual([booking.number, booking.status, booking.contact.language], [hold.number, 'booked', 'uk'])
    assert.equal(booking.expiresAt, undefined)
    house.clock.passMinutes(9)
    await expireHolds(house)
    assert.equal((await bookingByReference(house.db, hold.reference))?.status, 'booked')
  })

  it('frees a hold whose time is over, and says so to whoever confirms it then', async () => {
    const house = await aHouse(await open())
    const hold = await holdVisit(house, aRequest(), inPolish)
    house.clock.passMinutes(11)

    await assert.rejects(confirmHold(house, hold.reference, inPolish), NotNow)
    await expireHolds(house)

    assert.equal((await bookingByReference(house.db, hold.reference))?.status, 'expired')
    assert.ok(await isUntouched(house.db, monday))
  })

  it('sells the place of a hold as soon as its time is over', async () => {
    const house = await aHouse(await open())
    await holdVisit(house, aRequest(), inPolish)
    await holdVisit(house, aRequest(), inPolish)
    await assert.rejects(bookVisit(house, aRequest(), inPolish), BookingRefused)
    house.clock.passMinutes(11)

    assert.equal((await bookVisit(house, aRequest(), inPolish)).status, 'booked')
  })

  it('gives back the hold that a browser had before, of the same day and of another', async () => {
    const house = await aHouse(await open())
    const first = await holdVisit(house, aRequest({ start: at('9:00') }), inPolish)
    const second = await holdVisit(house, aRequest({ start: at('9:20') }), inPolish, { replaces: first.reference })
    await holdVisit(house, aRequest({ date: '2020-05-12' }), inPolish, { replaces: second.reference })

    assert.equal((await bookingByReference(house.db, first.reference))?.status, 'expired')
    assert.equal((await bookingByReference(house.db, second.reference))?.status, 'expired')
    assert.ok(await isUntouched(house.db, monday))
  })

  it('offers what is free, under a tag that changes with every change', async () => {
    const house = await aHouse(await open())
    const query = { ...aRequest(), from: '2020-05-11', to: '2020-05-12' }
    const before = await offersOf(house, query)
    const { reference } = await bookVisit(house, aRequest({ start: at('9:00') }), inPolish)

    const after = await offersOf(house, query)
    const placesAtNine = (offers: typeof after) =>
      offers.offices[0]?.days[0]?.times.find(time => time.start === at('9:00'))?.places ?? 0

    assert.deepEqual([placesAtNine(before), placesAtNine(after)], [2, 1])
    assert.notEqual(before.etag, after.etag)
    assert.equal((await offersOf(house, query)).etag, after.etag)
    await cancelVisit(house, reference)
    assert.equal(placesAtNine(await offersOf(house, query)), 2)
  })
})
