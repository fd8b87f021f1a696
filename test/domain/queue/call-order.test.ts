import assert from 'node:assert/strict'
import fc from 'fast-check'
import { callOrder, kindOf, nextToCall, waitingWith, type CallKind, type Waiting } from '../../../src/domain/queue/call-order.ts'
import type { Ticket } from '../../../src/domain/queue/ticket.ts'
import { aBooking, at } from '../../support/builders.ts'

const policy = { walkInAfterBooked: 3, walkInWithinMinutes: 60 }
const ten = at('10:00')

describe('The order of calls', () => {
  it('calls those who booked by their time, whoever came first', () => {
    const late = booked(1, '9:40', '9:20')
    const soon = booked(2, '9:20', '9:30')
    assert.deepEqual(numbers(callOrder([late, soon], [], ten, policy)), [2, 1])
  })

  it('calls those who booked before walk-ins', () => {
    assert.deepEqual(numbers(callOrder([walkIn(1, '9:00'), booked(2, '9:40', '9:35')], [], ten, policy)), [2, 1])
  })

  it('calls one walk-in after three who booked', () => {
    const queue = [
      walkIn(9, '8:00'),
      walkIn(8, '8:05'),
      ...[1, 2, 3, 4, 5, 6, 7].map(number => booked(number, `9:0${number}`, '8:00')),
    ]
    assert.deepEqual(numbers(callOrder(queue, [], ten, policy)), [1, 2, 3, 9, 4, 5, 6, 8, 7])
  })

  it('counts those who were called already', () => {
    const queue = [walkIn(9, '8:00'), booked(1, '9:00', '8:50')]
    assert.equal(nextToCall(queue, ['booked', 'priority', 'booked', 'booked', 'walk-in'], ten, policy)?.bookingNumber, 9)
    assert.equal(nextToCall(queue, ['booked', 'booked', 'walk-in', 'booked'], ten, policy)?.bookingNumber, 1)
  })

  it('calls priority first, but not twice in a row while others wait', () => {
    const queue = [booked(1, '9:00', '8:50'), priority(2, '9:50'), priority(3, '9:51'), booked(4, '9:10', '8:50')]
    assert.deepEqual(numbers(callOrder(queue, [], ten, policy)), [2, 1, 3, 4])
  })

  it('calls priority twice in a row where nobody else waits', () => {
    assert.deepEqual(numbers(callOrder([priority(2, '9:50'), priority(3, '9:51')], ['priority'], ten, policy)), [2, 3])
  })

  it('calls nobody before their time while somebody waits whose time it is', () => {
    const queue = [booked(1, '10:20', '9:00'), { ...walkIn(2, '9:59'), dueAt: ten }]
    assert.deepEqual(numbers(callOrder(queue, [], ten, policy)), [2, 1])
  })

  it('calls whoever is next before their time where nobody else waits', () => {
    assert.equal(nextToCall([booked(1, '10:40', '9:00'), booked(2, '10:20', '9:30')], [], ten, policy)?.bookingNumber, 2)
  })

  it('lets whoever was forwarded keep the arrival of the first queue, and be due at once', () => {
    const forwarded = waitingWith({ ...aTicket(5, '9:00'), forwarded: true }, aBooking({ start: at('11:00') }))
    assert.deepEqual(numbers(callOrder([walkIn(1, '9:30'), forwarded], [], ten, policy)), [5, 1])
  })

  it('holds a walk-in back until the time the plan gave them', () => {
    assert.equal(waitingWith(aTicket(5, '9:00'), aBooking({ start: at('11:00') })).dueAt, at('11:00'))
  })

  it('is the same however the queue is laid out, and calls everybody once', () => {
    fc.assert(
      fc.property(queues, fc.array(kinds), fc.nat({ max: 600 }), (queue, lastCalls, now) => {
        const order = callOrder(queue, lastCalls, now, policy)
        assert.deepEqual(numbers(order), numbers(callOrder(queue.toReversed(), lastCalls, now, policy)))
        assert.deepEqual(new Set(order), new Set(queue))
        assert.equal(order.length, queue.length)
      }),
    )
  })

  it('never calls two with priority in a row while somebody else is due, and no walk-in waits for ever', () => {
    fc.assert(
      fc.property(queues, queue => {
        const order = callOrder(queue, [], 600, policy).map(kindOf)
        order.forEach((kind, i) => {
          const othersLeft = order.slice(i).some(other => other !== 'priority')
          assert.ok(!(kind === 'priority' && order[i - 1] === 'priority' && othersLeft))
          const sinceWalkIn = order.slice(0, i).filter(other => other !== 'priority')
          const row = sinceWalkIn.length - 1 - sinceWalkIn.lastIndexOf('walk-in')
          if (kind === 'booked' && order.slice(i).includes('walk-in')) assert.ok(row < policy.walkInAfterBooked)
        })
      }),
    )
  })
})

function booked(bookingNumber: number, time: string, came: string): Waiting {
  return { ...walkIn(bookingNumber, came), dueAt: at(time), bookedStart: at(time) }
}

function walkIn(bookingNumber: number, came: string): Waiting {
  return { bookingNumber, code: 'A001', dueAt: 0, arrivedAt: instant(came), priority: false }
}

function priority(bookingNumber: number, came: string): Waiting {
  return { ...walkIn(bookingNumber, came), priority: true }
}

function instant(time: string): string {
  return `2020-05-11T${time.padStart(5, '0')}:00.000Z`
}

function aTicket(bookingNumber: number, came: string): Ticket {
  return {
    officeId: 'CA',
    date: '2020-05-11',
    bookingNumber,
    deskGroupId: 'counter',
    code: 'A001',
    channel: 'walk-in',
    lateMinutes: 0,
    arrivedAt: instant(came),
    priority: false,
    parked: false,
    forwarded: false,
    calls: 0,
  }
}

function numbers(order: readonly Waiting[]): number[] {
  return order.map(each => each.bookingNumber)
}

const kinds = fc.constantFrom<CallKind>('priority', 'booked', 'walk-in')

/** Everybody is due by 10:00. */
const queues = fc
  .array(
    fc.record({
      bookedStart: fc.option(fc.nat({ max: 600 }), { nil: undefined }),
      came: fc.nat({ max: 59 }),
      priority: fc.boolean(),
    }),
  )
  .map(people =>
    people.map(({ bookedStart, came, priority }, i): Waiting => ({
      bookingNumber: i + 1,
      code: 'A001',
      dueAt: bookedStart ?? 0,
      arrivedAt: instant(`8:${String(came).padStart(2, '0')}`),
      priority,
      ...(bookedStart !== undefined && { bookedStart }),
    })),
  )
