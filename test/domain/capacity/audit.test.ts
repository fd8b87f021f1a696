import assert from 'node:assert/strict'
import { audit } from '../../../src/domain/capacity/audit.ts'
import { aBooking, aCity, anOffice, aRule, at } from '../../support/builders.ts'
import { auditedDayOf, ledgerOf } from './ledger-of.ts'
import type { AuditedDay } from '../../../src/domain/capacity/audited-day.ts'
import type { Booking } from '../../../src/domain/booking/booking.ts'

const city = aCity({ rules: [aRule({ kind: 'absolute-cap', persons: 1 }, { scope: { zones: ['hall'] } })] })
const two = [aBooking(), aBooking({ number: 2, deskId: 'desk-2', start: at('9:10') })]
const world = { city, officeId: 'CA', date: '2020-05-11', exceptions: [] }

function found(bookings: readonly Booking[], changes: Partial<AuditedDay> = {}): unknown[] {
  const day = { ...auditedDayOf({ ...world, city: changes.city ?? city }, bookings), ...changes }
  return audit(day).map(({ officeId, date, from, to, ...violation }) => [
    `${officeId} ${date} ${from / 60}–${to / 60}`,
    violation,
  ])
}

describe('the audit', () => {
  it('finds nothing where nothing is wrong', () => assert.deepEqual(found([aBooking()]), []))

  it('finds a zone above its limit, for as long as it is', () => {
    assert.deepEqual(found(two), [
      [
        `CA 2020-05-11 ${at('9:10') / 60}–${at('9:20') / 60}`,
        { kind: 'zone-above-limit', zoneId: 'hall', count: 'counted', persons: 2, limit: 1 },
      ],
    ])
  })

  it('finds more bodies than the fire capacity', () => {
    const crowd = aBooking({
      presence: ['hall', 'building'].map(zoneId => ({ zoneId, from: at('9:00'), to: at('9:20'), counted: 1, bodies: 41 })),
    })
    assert.deepEqual(found([crowd])[0], [
      'CA 2020-05-11 9–9.333333333333334',
      { kind: 'zone-above-limit', zoneId: 'hall', count: 'bodies', persons: 41, limit: 40 },
    ])
  })

  it('says nothing of persons who are excused', () => {
    const { zoneTicks } = ledgerOf(world, two)
    const excused = zoneTicks.map(row => ({ ...row, excused: row.zoneId === 'hall' && row.counted > 1 ? 1 : 0 }))
    assert.deepEqual(found(two, { isChanged: true, zoneTicks: excused }), [])
    assert.deepEqual(found(two, { fresh: new Set([2]), zoneTicks: excused }), [])
    assert.match(JSON.stringify(found(two, { zoneTicks: excused })), /zone-above-limit.*excused-unneeded/)
  })

  it('finds more persons excused than are above a limit', () => {
    const { zoneTicks } = ledgerOf(world, two)
    const excused = zoneTicks.map(row => ({ ...row, excused: row.zoneId === 'hall' && row.counted > 1 ? 1000 : 0 }))
    assert.deepEqual(found(two, { isChanged: true, zoneTicks: excused }), [
      [
        `CA 2020-05-11 ${at('9:10') / 60}–${at('9:20') / 60}`,
        { kind: 'excused-unneeded', zoneId: 'hall', excused: 1000, needed: 1 },
      ],
    ])
  })

  it('finds limits in the ledger that the rules do not give', () => {
    const { zoneTicks } = ledgerOf(world, [])
    const raised = zoneTicks.map(row => (row.zoneId === 'hall' ? { ...row, countedLimit: 20, bodiesLimit: null } : row))
    assert.deepEqual(found([], { zoneTicks: raised }), [
      ['CA 2020-05-11 0–24', { kind: 'zone-limit-differs', zoneId: 'hall', count: 'counted', reckoned: 1, ledger: 20 }],
      ['CA 2020-05-11 0–24', { kind: 'zone-limit-differs', zoneId: 'hall', count: 'bodies', reckoned: 40, ledger: null }],
    ])
    assert.deepEqual(found([], { zoneTicks: raised, cityVersion: 0 }), [])
  })

  it('does not look at cancelled bookings', () => {
    const cancelled = two.map((booking, i): Booking => (i === 1 ? { ...booking, status: 'cancelled' } : booking))
    assert.deepEqual(found(cancelled, ledgerOf(world, two.slice(0, 1))), [])
  })

  it('knows desks and zones that the city has no longer', () => {
    const retired = { zones: city.zones.filter(zone => zone.id === 'hall'), desks: city.desks }
    const left = aCity({ zones: city.zones.filter(zone => zone.id !== 'hall'), desks: [] })
    const elsewhere = { ...aBooking(), presence: aBooking().presence.filter(stay => stay.zoneId !== 'hall') }

    assert.deepEqual(found([aBooking()], { city: left, retired, ...ledgerOf(world, [aBooking()]) }), [])
    assert.match(JSON.stringify(found([elsewhere], { city: left, retired })), /presence-wrong/)
  })

  it('counts breaks anew where one stretch of opening begins as another ends', () => {
    const spans = [
      { from: at('8:00'), to: at('12:00') },
      { from: at('12:00'), to: at('16:00') },
    ]
    const offices = [anOffice({ opening: [{ days: { mon: spans }, appointmentOnly: false, provenance: 'assumed' }] })]
    const rules = [aRule({ kind: 'ventilation', everyMinutes: 60, forMinutes: 10, zoneMustBeEmpty: true })]
    const aired = aCity({ offices, rules })
    assert.deepEqual(found([aBooking({ start: at('12:00') })], { city: aired }), [])
    assert.equal(found([aBooking({ start: at('13:00') })], { city: aired }).length, 2)
  })

  it('holds a day of an older city to the limits in its ledger', () => {
    const { zoneTicks } = ledgerOf(world, two)
    const ofOlder = (limit: number) => ({
      cityVersion: 0,
      zoneTicks: zoneTicks.map(row => ({ ...row, countedLimit: null, bodiesLimit: limit })),
    })
    assert.deepEqual(found(two, ofOlder(2)), [])
    assert.deepEqual(found(two, ofOlder(1))[0], [
      `CA 2020-05-11 ${at('9:10') / 60}–${at('9:20') / 60}`,
      { kind: 'zone-above-limit', zoneId: 'building', count: 'bodies', persons: 2, limit: 1 },
    ])
  })

  it('finds a party of an older city that is nowhere while it is served', () => {
    const late = [{ zoneId: 'hall', from: at('9:10'), to: at('9:20'), counted: 1, bodies: 1 }]
    assert.deepEqual(
      found([aBooking({ presence: late })], { cityVersion: 0 }).map(entry => (entry as [string, object])[1]),
      Array.from({ length: 2 }, () => ({ kind: 'presence-wrong', zoneId: 'hall', bookingNumber: 1 })),
    )
  })

  it('finds a desk claimed twice', () => {
    const kinds = audit(auditedDayOf({ ...world, city: aCity() }, [aBooking(), aBooking({ number: 2 })]))
    assert.deepEqual(kinds, [
      {
        officeId: 'CA',
        date: '2020-05-11',
        kind: 'desk-claimed-twice',
        deskId: 'desk-1',
        bookingNumbers: [1, 2],
        from: at('9:00'),
        to: at('9:20'),
      },
    ])
  })

  it('finds every difference between bookings and ledger', () => {
    const differences = found([aBooking()], ledgerOf(world, []))
    assert.deepEqual(
      differences.map(difference => (difference as [string, object])[1]),
      [
        { kind: 'zone-ledger-differs', zoneId: 'building', count: 'counted', booked: 1, ledger: 0 },
        { kind: 'zone-ledger-differs', zoneId: 'building', count: 'bodies', booked: 1, ledger: 0 },
        { kind: 'zone-ledger-differs', zoneId: 'hall', count: 'counted', booked: 1, ledger: 0 },
        { kind: 'zone-ledger-differs', zoneId: 'hall', count: 'bodies', booked: 1, ledger: 0 },
        { kind: 'desk-ledger-differs', deskId: 'desk-1', booked: 1, ledger: null },
      ],
    )
    assert.equal(found([], ledgerOf(world, [aBooking()])).length, 5)
  })

  it('finds a party that is not in the hall while it is served, or not in the building around it', () => {
    const stay = { from: at('9:00'), to: at('9:20'), counted: 1, bodies: 1 }
    const missing = (presence: Booking['presence']) =>
      found([aBooking({ presence })]).map(entry => (entry as [string, object])[1])
    assert.deepEqual(missing([{ zoneId: 'hall', ...stay }]), [{ kind: 'presence-wrong', zoneId: 'building', bookingNumber: 1 }])
    assert.deepEqual(missing([{ zoneId: 'building', ...stay }]), [{ kind: 'presence-wrong', zoneId: 'hall', bookingNumber: 1 }])
    assert.equal(
      missing([
        { zoneId: 'hall', ...stay, counted: 0 },
        { zoneId: 'building', ...stay },
      ]).length,
      1,
    )
  })
})
