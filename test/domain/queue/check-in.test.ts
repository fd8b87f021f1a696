import assert from 'node:assert/strict'
import { arrivalAt } from '../../../src/domain/queue/check-in.ts'
import type { Status } from '../../../src/domain/booking/status.ts'
import { aBooking, at } from '../../support/builders.ts'

const plan = { officeId: 'CA', latestAfterMinutes: 10 }
const policy = { opensMinutesBefore: 15, lateToleranceMinutes: 10, calls: 3 }

describe('Checking in for 9:00', () => {
  it('is too early before 8:45', () => assert.deepEqual(on('8:44'), { kind: 'too-early', opensAt: at('8:45') }))
  it('is in time from 8:45 to 9:00', () => {
    assert.deepEqual(on('8:45'), { kind: 'on-time' })
    assert.deepEqual(on('9:00'), { kind: 'on-time' })
  })
  it('is late until 9:10', () => {
    assert.deepEqual(on('9:01'), { kind: 'late', byMinutes: 1 })
    assert.deepEqual(on('9:10'), { kind: 'late', byMinutes: 10 })
  })
  it('is too late from 9:11 on', () => assert.deepEqual(on('9:11'), { kind: 'too-late', byMinutes: 11 }))
  it('is too late for whoever was given up as missing', () => {
    assert.deepEqual(on('9:05', 'no-show'), { kind: 'too-late', byMinutes: 5 })
  })

  it('says which office it should be, and which day', () => {
    const booking = aBooking()
    const now = { date: '2020-05-11', minute: at('9:00') }
    const { officeId, date, start } = booking
    assert.deepEqual(arrivalAt(booking, { ...plan, officeId: 'OG' }, policy, now), {
      kind: 'wrong-office',
      officeId,
      date,
      start,
    })
    const tomorrow = { ...now, date: '2020-05-12' }
    assert.deepEqual(arrivalAt(booking, plan, policy, tomorrow), { kind: 'wrong-day', date, start })
  })

  for (const status of ['arrived', 'called', 'serving'] as const) {
    it(`happens once: ${status}`, () => assert.deepEqual(on('9:00', status), { kind: 'already', status }))
  }
  for (const status of ['served', 'cancelled', 'expired', 'held', 'displaced'] as const) {
    it(`does not happen to what is ${status}`, () => assert.deepEqual(on('9:00', status), { kind: 'over', status }))
  }
})

function on(time: string, status: Status = 'booked') {
  return arrivalAt(aBooking({ status }), plan, policy, { date: '2020-05-11', minute: at(time) })
}
