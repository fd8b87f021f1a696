import assert from 'node:assert/strict'
import { withBooking, withoutBooking } from '../../../src/domain/capacity/day.ts'
import { place } from '../../../src/domain/capacity/placement.ts'
import { planOfDay } from '../../../src/domain/capacity/plan.ts'
import { visitOf } from '../../../src/domain/capacity/visit.ts'
import { aBooking, aCity, aDesk, aDeskGroup, aParty, aPolicy, aRequest, aRule, aService, at } from '../../support/builders.ts'
import type { Day } from '../../../src/domain/capacity/day.ts'
import type { City } from '../../../src/domain/city.ts'

const now = { date: '2020-05-10', minute: at('10:00') }
const dayOf = (city: City, bookings: Day['bookings'] = []): Day => ({
  plan: planOfDay(city, 'CA', '2020-05-11', []),
  page: 1,
  bookings,
})
const placed = (city: City, time: string, bookings: Day['bookings'] = []) =>
  place(dayOf(city, bookings), visitOf(city, aRequest()), at(time), now)
const deskAt = (city: City, time: string, bookings: Day['bookings'] = []) => {
  const placement = placed(city, time, bookings)
  return placement.placed ? placement.deskId : placement.refusal.reason
}

describe('a placement', () => {
  it('says which desk, from when to when, until when the desk is taken, and where people are', () => {
    const city = aCity({ rules: [aRule({ kind: 'turnover', minutes: 5 })], policy: aPolicy({ leavingMinutes: 5 }) })
    assert.deepEqual(placed(city, '9:00'), {
      ...{ placed: true, deskId: 'desk-1', start: at('9:00'), end: at('9:20'), deskUntil: at('9:25') },
      presence: ['hall', 'building'].map(zoneId => ({ zoneId, from: at('9:00'), to: at('9:25'), counted: 1, bodies: 1 })),
    })
  })

  it('takes the least versatile desk that can do it', () => {
    const city = aCity({
      deskGroups: [aDeskGroup(), aDeskGroup({ id: 'single' })],
      services: [aService({ deskGroupIds: ['counter', 'single'] }), aService({ id: 'other' })],
      desks: [aDesk({ id: 'a-versatile' }), aDesk({ id: 'b-single', deskGroupId: 'single' })],
    })
    assert.equal(deskAt(city, '9:00'), 'b-single')
  })

  it('then the tightest gap', () => {
    const around = [
      aBooking({ deskId: 'desk-2', start: at('8:40') }),
      aBooking({ number: 2, deskId: 'desk-2', start: at('9:20') }),
    ]
    assert.equal(deskAt(aCity(), '9:00', around), 'desk-2')
  })

  it('then the first by id', () => assert.equal(deskAt(aCity(), '9:00'), 'desk-1'))

  it('is refused off the grid, off the ticks, outside the hours and at nonsense', () => {
    const asked = ['9:10', '9:03', '7:40', '16:00'].map(time => deskAt(aCity(), time))
    assert.deepEqual(asked, ['no-desk', 'no-desk', 'closed', 'closed'])
    for (const start of [NaN, Infinity, -5, 1e9, 540.5]) {
      assert.equal(place(dayOf(aCity()), visitOf(aCity(), aRequest()), start, now).placed, false)
    }
  })

  it('brings as many persons as the matter takes', () => {
    const city = aCity({ services: [aService({ personsAtLeast: 2 })] })
    const placement = placed(city, '9:00')
    assert.deepEqual(placement.placed && placement.presence.map(stay => stay.bodies), [2, 2])
    assert.deepEqual(visitOf(city, aRequest({ party: aParty(3, { child: 1 }) })).party, aParty(3, { child: 1 }))
  })
})

describe('a day', () => {
  it('offers a place again once its booking is gone', () => {
    const city = aCity({ desks: [aDesk()] })
    const full = withBooking(dayOf(city), aBooking(), 2)
    const free = withoutBooking(full, 1, 3)
    const at9 = (day: Day) => place(day, visitOf(city, aRequest()), at('9:00'), now).placed
    assert.deepEqual([at9(full), at9(free), full.page, free.page, free.bookings.length], [false, true, 2, 3, 0])
  })

  it('only turns its page when a booking that it has not is taken out', () => {
    const day = dayOf(aCity(), [aBooking()])
    assert.deepEqual(withoutBooking(day, 99, 7), { ...day, page: 7 })
  })
})
