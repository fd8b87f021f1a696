import assert from 'node:assert/strict'
import { displacementOf } from '../../../src/domain/capacity/displacement.ts'
import { planOfDay } from '../../../src/domain/capacity/plan.ts'
import { rePlacements } from '../../../src/domain/capacity/re-placement.ts'
import { visitOf } from '../../../src/domain/capacity/visit.ts'
import { aBooking, aCity, aParty, aRequest, aRule, aService, at } from '../../support/builders.ts'
import type { Booking } from '../../../src/domain/booking/booking.ts'
import type { Day, DayException } from '../../../src/domain/capacity/day.ts'
import type { City } from '../../../src/domain/city.ts'

const dayOf = (city: City, bookings: readonly Booking[], exceptions: DayException[] = []): Day => ({
  ...{ plan: planOfDay(city, 'CA', '2020-05-11', exceptions), page: 1, bookings },
})
const numbers = (bookings: readonly Booking[]) => bookings.map(booking => booking.number)
const oneInHall = aCity({ rules: [aRule({ kind: 'absolute-cap', persons: 1 }, { id: 'one', scope: { zones: ['hall'] } })] })
const atNine = [aBooking({ number: 2, deskId: 'desk-2' }), aBooking({ number: 1 })]

describe('a new plan displaces', () => {
  it('nobody while everybody fits', () => {
    const { kept, displaced } = displacementOf(dayOf(aCity(), atNine))
    assert.deepEqual([numbers(kept.bookings), displaced], [[1, 2], []])
  })

  it('those booked last, where a room holds fewer, and says which rule binds', () => {
    const { kept, displaced } = displacementOf(dayOf(oneInHall, atNine))
    assert.deepEqual(numbers(kept.bookings), [1])
    assert.deepEqual(
      displaced.map(({ booking, refusal }) => [booking.number, refusal]),
      [[2, { reason: 'zone-full', zoneId: 'hall', ruleId: 'one' }]],
    )
  })

  it('protected ones after others, and those already here last of all', () => {
    const [second, first] = atNine as [Booking, Booking]
    assert.deepEqual(numbers(displacementOf(dayOf(oneInHall, [first, { ...second, needs: ['pjm'] }])).kept.bookings), [2])
    const here: Booking = { ...second, status: 'serving' }
    assert.deepEqual(numbers(displacementOf(dayOf(oneInHall, [{ ...first, needs: ['pjm'] }, here])).kept.bookings), [2])
  })

  it('those whose desk is not staffed, in the middle of the day only', () => {
    const ill: DayException = { kind: 'desk-unstaffed', deskId: 'desk-1', span: { from: at('9:15'), to: at('10:00') } }
    const bookings = [aBooking(), aBooking({ number: 2, start: at('10:00') })]
    const { displaced } = displacementOf(dayOf(aCity(), bookings, [ill]))
    assert.deepEqual(
      displaced.map(({ booking, refusal }) => [booking.number, refusal]),
      [[1, { reason: 'no-desk' }]],
    )
  })

  it('matters that may no longer be served', () => {
    const reasons = [
      aCity({ rules: [aRule({ kind: 'closed', exceptServices: ['other'] })] }),
      aCity({ rules: [aRule({ kind: 'purpose', essentialAreas: [1] })] }),
      aCity({ specialDays: [{ date: '2020-05-11', hours: [] }] }),
    ].map(city => displacementOf(dayOf(city, [aBooking()])).displaced[0]?.refusal.reason)
    assert.deepEqual(reasons, ['closed', 'not-in-person', 'closed'])
  })

  it('by the new way of counting, which those that stay are given', () => {
    const family = aBooking({
      party: aParty(3, { child: 2 }),
      presence: [{ zoneId: 'hall', from: at('9:00'), to: at('9:20'), counted: 3, bodies: 3 }],
    })
    const counting = { staff: false, exempt: [{ kind: 'child' as const }] }
    const city = aCity({ rules: [aRule({ kind: 'absolute-cap', persons: 1 }, { counting, scope: { zones: ['hall'] } })] })
    const { kept, displaced } = displacementOf(dayOf(city, [family]))
    assert.deepEqual([displaced, kept.bookings[0]?.presence[0]?.counted, kept.bookings[0]?.presence[0]?.bodies], [[], 1, 3])
  })
})

describe('displaced bookings', () => {
  const now = { date: '2020-05-10', minute: at('10:00') }
  const city = aCity({
    rules: oneInHall.rules,
    specialDays: [{ date: '2020-05-11', hours: [{ from: at('9:00'), to: at('10:00') }] }],
    services: [aService()],
  })
  const visit = () => visitOf(city, aRequest())
  const proposed = (displaced: readonly Booking[], days: readonly Day[]) =>
    rePlacements(displaced, days, visit, now).map(({ proposal }) => proposal && [proposal.date, proposal.start / 60])

  it('are offered the nearest time, each taking account of the one before', () => {
    const displaced = [aBooking({ number: 2 }), aBooking({ number: 3 }), aBooking({ number: 4 })]
    const tuesday: Day = { plan: planOfDay(city, 'CA', '2020-05-12', []), page: 1, bookings: [] }
    assert.deepEqual(proposed(displaced, [dayOf(city, [aBooking()]), tuesday]), [
      ['2020-05-11', 9 + 1 / 3],
      ['2020-05-11', 9 + 2 / 3],
      ['2020-05-12', 8],
    ])
  })

  it('are told so where nothing is left', () => {
    assert.deepEqual(proposed([aBooking({ number: 2 })], []), [undefined])
  })
})
