import assert from 'node:assert/strict'
import { bookingByNumber } from '../../../src/repositories/bookings.ts'
import { pageOf } from '../../../src/repositories/day-sheets.ts'
import { checkIn } from '../../../src/use-cases/desk/check-in.ts'
import { findVisit } from '../../../src/use-cases/desk/find-visit.ts'
import { markNoShow } from '../../../src/use-cases/desk/mark-no-show.ts'
import { undo } from '../../../src/use-cases/desk/undo.ts'
import { NotFound, NotNow } from '../../../src/use-cases/errors.ts'
import { aCity, aDesk, anOffice, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { booked, deskDay, goTo, here, keyOfVisit, violations } from '../../support/desk.ts'
import { aHouse } from '../../support/house.ts'

onBothEngines('Checking in', open => {
  it('gives numbers one after another, and the same one when asked again', async () => {
    const house = await aHouse(await open())
    const first = await here(house, '9:00', '8:50')
    const second = await here(house, '9:20', '8:55')
    assert.deepEqual([first.ticket.code, second.ticket.code], ['A001', 'A002'])
    assert.equal(first.booking.status, 'arrived')
    assert.equal(first.ticket.arrivedAt, '2020-05-11T06:50:00.000Z')

    const page = await pageOf(house.db, deskDay)
    const again = await checkIn(house, 'CA', first.booking.number)
    assert.ok(again.kind === 'already')
    assert.deepEqual(again.visit.ticket, first.ticket)
    assert.equal(await pageOf(house.db, deskDay), page)
  })

  it('checks in once, however often it is asked at one moment', async () => {
    const house = await aHouse(await open())
    const booking = await booked(house, '9:00')
    goTo(house, '8:50')
    const answers = await Promise.all(Array.from({ length: 8 }, () => checkIn(house, 'CA', booking.number)))
    assert.equal(answers.filter(answer => answer.kind === 'checked-in').length, 1)
    assert.equal(answers.filter(answer => answer.kind === 'already').length, 7)
  })

  it('says where, when and on which day it should be', async () => {
    const offices = [anOffice(), anOffice({ id: 'OG', number: 2 })]
    const house = await aHouse(await open(), aCity({ offices }))
    const booking = await booked(house, '9:00')
    assert.deepEqual((await checkIn(house, 'CA', booking.number)).kind, 'wrong-day')
    goTo(house, '8:00')
    assert.deepEqual(await checkIn(house, 'CA', booking.number), { kind: 'too-early', opensAt: at('8:30') })
    assert.deepEqual((await checkIn(house, 'OG', booking.number)).kind, 'wrong-office')
    await assert.rejects(checkIn(house, 'CA', 999), NotFound)
    assert.equal((await checkIn(house, 'CA', booking.number, { anyway: true })).kind, 'checked-in')
  })

  it('keeps the time of those who are a little late', async () => {
    const house = await aHouse(await open())
    const { ticket } = await here(house, '9:00', '9:14')
    assert.deepEqual([ticket.bookedStart, ticket.lateMinutes], [at('9:00'), 14])
  })

  it('lets those who are too late wait as walk-ins, at a time the plan holds', async () => {
    const house = await aHouse(await open())
    const { booking, ticket } = await here(house, '9:00', '9:21')
    assert.deepEqual([booking.start, booking.end], [at('9:40'), at('10:00')])
    assert.deepEqual([ticket.bookedStart, ticket.lateMinutes], [undefined, 21])
    assert.deepEqual(await violations(house), [])
  })

  it('answers the nearest times where the plan holds no walk-in', async () => {
    const house = await aHouse(await open(), aCity({ desks: [aDesk()] }))
    const late = await booked(house, '9:00')
    for (const time of ['9:20', '9:40', '10:00', '10:20']) await booked(house, time)
    goTo(house, '9:19')
    const answer = await checkIn(house, 'CA', late.number)
    assert.ok(answer.kind === 'too-late')
    assert.equal(answer.alternatives[0]?.start, at('10:40'))
    assert.equal((await bookingByNumber(house.db, late.number))?.status, 'booked')
  })

  it('takes back whoever was given up as missing, while there is a place', async () => {
    const house = await aHouse(await open())
    const booking = await booked(house, '9:00')
    await assert.rejects(markNoShow(house, { ...deskDay, bookingNumber: booking.number }, 'booked'), NotNow)
    goTo(house, '9:10')
    const missing = await markNoShow(house, { ...deskDay, bookingNumber: booking.number }, 'booked')
    assert.equal(missing.booking.status, 'no-show')
    const answer = await checkIn(house, 'CA', booking.number)
    assert.equal(answer.kind === 'checked-in' && answer.visit.booking.start, at('9:20'))
    assert.deepEqual(await violations(house), [])
  })

  it('loses nobody who is given up as missing at the same moment', async () => {
    const house = await aHouse(await open())
    const { number } = await booked(house, '9:00')
    goTo(house, '9:05')
    const key = { ...deskDay, bookingNumber: number }
    await Promise.allSettled([checkIn(house, 'CA', number), markNoShow(house, key, 'booked')])
    assert.equal((await bookingByNumber(house.db, number))?.status, 'arrived')
    await assert.rejects(markNoShow(house, key, 'booked'), NotNow)
    await Promise.allSettled([markNoShow(house, key, 'booked'), checkIn(house, 'CA', number)])
    assert.equal((await bookingByNumber(house.db, number))?.status, 'arrived')
    assert.deepEqual(await violations(house), [])
  })

  it('can be undone, and gives the same number the next time', async () => {
    const house = await aHouse(await open())
    const visit = await here(house, '9:00', '8:50')
    assert.equal((await undo(house, keyOfVisit(visit))).booking.status, 'booked')
    await here(house, '9:20', '8:55')
    const again = await checkIn(house, 'CA', visit.booking.number)
    assert.equal(again.kind === 'checked-in' && again.visit.ticket.code, 'A001')
  })

  it('finds a visit by what somebody has in hand', async () => {
    const house = await aHouse(await open())
    const visit = await here(house, '9:00', '8:50')
    assert.equal((await findVisit(house, deskDay, visit.booking.reference.toLowerCase()))?.ticket?.code, 'A001')
    assert.equal((await findVisit(house, deskDay, 'a1'))?.booking.number, visit.booking.number)
    assert.equal(await findVisit(house, deskDay, 'A002'), undefined)
    assert.equal(await findVisit(house, deskDay, 'nonsense'), undefined)
  })
})
