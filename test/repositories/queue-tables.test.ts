import assert from 'node:assert/strict'
import type { Knex } from 'knex'
import type { Ticket } from '../../src/domain/queue/ticket.ts'
import { insertStep, lastStep, markUndone, stepsOfDay } from '../../src/repositories/visit-steps.ts'
import { keepBooking, keptBookings } from '../../src/repositories/kept-bookings.ts'
import { lastCalled, nextCode, saveTicket, ticketByCode, ticketOf, ticketsOfDay } from '../../src/repositories/tickets.ts'
import { at } from '../support/builders.ts'
import { onBothEngines } from '../support/database.ts'
import { booked, deskDay } from '../support/desk.ts'
import { aHouse } from '../support/house.ts'

onBothEngines('The tables of the queue', open => {
  let db: Knex
  let numbers: number[]

  before(async () => {
    const house = await aHouse(await open())
    db = house.db
    numbers = [(await booked(house, '9:00')).number, (await booked(house, '9:20')).number, (await booked(house, '9:40')).number]
  })

  it('count numbers by letter and day, also past 999', async () => {
    assert.equal(await nextCode(db, deskDay, 'A'), 'A001')
    await saveTicket(db, aTicket({ code: 'A999' }))
    assert.equal(await nextCode(db, deskDay, 'A'), 'A1000')
    await saveTicket(db, aTicket({ code: 'A1000', bookingNumber: numbers[1] as number }))
    assert.equal(await nextCode(db, deskDay, 'A'), 'A1001')
    assert.equal(await nextCode(db, deskDay, 'B'), 'B001')
    assert.equal(await nextCode(db, { ...deskDay, date: '2020-05-12' }, 'A'), 'A001')
  })

  it('refuse the same number twice on one day, and letters that look like digits', async () => {
    await assert.rejects(saveTicket(db, aTicket({ code: 'A999', bookingNumber: numbers[2] as number })))
    await assert.rejects(saveTicket(db, aTicket({ code: 'O001', bookingNumber: numbers[2] as number })))
  })

  it('give a ticket back as it was written, and forget what it has no longer', async () => {
    const full = aTicket({
      ...{ code: 'A012', bookedStart: at('9:00'), lateMinutes: 3, priority: true, parked: true, forwarded: true, calls: 2 },
      ...{ lastCalledAt: instant('9:01'), calledOnPage: 7, deskId: 'desk-1', startedAt: instant('9:02') },
      ...{ finishedAt: instant('9:09'), leftAt: instant('9:10') },
    })
    await saveTicket(db, full)
    assert.deepEqual(await ticketOf(db, deskDay, full.bookingNumber), full)
    assert.deepEqual(await ticketByCode(db, deskDay, 'A012'), full)
    await saveTicket(db, aTicket())
    assert.deepEqual(await ticketsOfDay(db, deskDay, [full.bookingNumber]), [aTicket()])
    assert.equal(await ticketByCode(db, deskDay, 'A012'), undefined)
  })

  it('know the last calls of a queue, newest first', async () => {
    const [one, two, three] = numbers as [number, number, number]
    await saveTicket(db, aTicket({ bookingNumber: one, calledOnPage: 4 }))
    await saveTicket(db, aTicket({ bookingNumber: two, code: 'A002', calledOnPage: 9 }))
    await saveTicket(db, aTicket({ bookingNumber: three, code: 'A003' }))
    const calls = await lastCalled(db, deskDay, 'counter', 5)
    assert.deepEqual(
      calls.map(ticket => ticket.bookingNumber),
      [two, one],
    )
    assert.equal((await lastCalled(db, deskDay, 'counter', 1)).length, 1)
  })

  it('know the last step that stands', async () => {
    const [one] = numbers as [number]
    const step = { bookingNumber: one, at: instant('9:00'), before: { status: 'booked' } } as const
    await insertStep(db, deskDay, { ...step, step: 'check-in' })
    await insertStep(db, deskDay, { ...step, step: 'call', deskId: 'desk-1', before: { status: 'arrived', ticket: aTicket() } })
    const last = await lastStep(db, deskDay, one)
    assert.deepEqual([last?.step, last?.deskId, last?.before], ['call', 'desk-1', { status: 'arrived', ticket: aTicket() }])
    await markUndone(db, last?.number ?? 0)
    await insertStep(db, deskDay, { ...step, step: 'undo' })
    assert.equal((await lastStep(db, deskDay, one))?.step, 'check-in')
    assert.deepEqual(
      (await stepsOfDay(db, deskDay)).map(each => each.undone),
      [false, true, false],
    )
  })

  it('keep one reason for a booking, the newest', async () => {
    const [one] = numbers as [number]
    await keepBooking(db, deskDay, one, 'first', instant('9:00'))
    await keepBooking(db, deskDay, one, 'second', instant('9:05'))
    assert.deepEqual([...(await keptBookings(db, deskDay))], [[one, 'second']])
  })

  function aTicket(changes: Partial<Ticket> = {}): Ticket {
    return {
      ...deskDay,
      bookingNumber: numbers[0] as number,
      deskGroupId: 'counter',
      code: 'A001',
      channel: 'web',
      lateMinutes: 0,
      arrivedAt: instant('8:50'),
      priority: false,
      parked: false,
      forwarded: false,
      calls: 0,
      ...changes,
    }
  }
})

function instant(time: string): string {
  return `2020-05-11T${time.padStart(5, '0')}:00.000Z`
}
