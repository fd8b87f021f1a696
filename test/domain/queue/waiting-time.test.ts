import assert from 'node:assert/strict'
import { waitingTimes } from '../../../src/domain/queue/waiting-time.ts'
import { at } from '../../support/builders.ts'

const nine = at('9:00')

describe('The waiting time', () => {
  it('is what those before need, shared by the desks at work', () => {
    const order = [1, 2, 3, 4].map(bookingNumber => ({ bookingNumber, minutes: 20, dueAt: 0 }))
    const times = waitingTimes(order, [at('8:00'), at('9:05')], nine)
    assert.deepEqual(
      [...times.values()],
      [
        { before: 0, minutes: 0 },
        { before: 1, minutes: 5 },
        { before: 2, minutes: 20 },
        { before: 3, minutes: 25 },
      ],
    )
  })

  it('never ends before the time that was booked', () => {
    assert.deepEqual(waitingTimes([{ bookingNumber: 1, minutes: 20, dueAt: at('9:12') }], [0], nine).get(1), {
      before: 0,
      minutes: 12,
    })
  })

  it('is unknown while no desk is at work', () => {
    assert.deepEqual(waitingTimes([{ bookingNumber: 1, minutes: 20, dueAt: 0 }], [], nine).get(1), { before: 0 })
  })
})
