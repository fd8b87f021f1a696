import assert from 'node:assert/strict'
import { planOfDay } from '../../../src/domain/capacity/plan.ts'
import type { Day } from '../../../src/domain/capacity/day.ts'
import { isFree, seatAt, seatNow } from '../../../src/domain/queue/seat.ts'
import { cutAt } from '../../../src/domain/queue/cut-seat.ts'
import { aBooking, aCity, aParty, aRule, at } from '../../support/builders.ts'

const desk = { id: 'desk-1', zoneId: 'hall' }
const visit = { serviceId: 'id-card', minutes: 20, party: aParty() }

describe('A seat for somebody who is called now', () => {
  it('begins with this tick, whatever grid is offered', () => {
    const seat = seatNow(aDay(), desk, visit, at('9:07'))
    assert.deepEqual([seat?.start, seat?.end, seat?.deskUntil], [at('9:05'), at('9:25'), at('9:25')])
  })

  it('begins with the next tick where this one is taken', () => {
    const before = aBooking({ number: 1, start: at('8:50'), end: at('9:10') })
    assert.equal(seatNow(aDay({}, [before]), desk, visit, at('9:07'))?.start, at('9:10'))
  })

  it('is not there where the desk is promised to somebody else', () => {
    assert.equal(seatNow(aDay({}, [aBooking({ start: at('9:20') })]), desk, visit, at('9:07')), undefined)
  })

  it('is not there where a room is full', () => {
    const rules = [aRule({ kind: 'absolute-cap', persons: 1 })]
    const other = aBooking({ deskId: 'desk-2', start: at('9:20') })
    assert.equal(seatNow(aDay({ rules }, [other]), desk, visit, at('9:07')), undefined)
  })

  it('is not there where no arrival is left', () => {
    const rules = [aRule({ kind: 'staggered-arrivals', atMost: 1, perMinutes: 15 })]
    const other = aBooking({ deskId: 'desk-2', start: at('9:00') })
    assert.equal(isFree(aDay({ rules }, [other]), seatAt(aDay({ rules }).plan, desk, at('9:05'), 20, aParty())), false)
    assert.equal(isFree(aDay({ rules }, [other]), seatAt(aDay({ rules }).plan, desk, at('9:15'), 20, aParty())), true)
  })

  it('is not there when the desk closes', () => assert.equal(seatNow(aDay(), desk, visit, at('15:50')), undefined))
})

describe('A visit that ends early', () => {
  const rules = [aRule({ kind: 'turnover', minutes: 5 })]
  const { plan } = aDay({ rules })
  const seat = seatAt(plan, desk, at('9:00'), 20, aParty())

  it('keeps its seat until the end of the tick, and the turnover after it', () => {
    const cut = cutAt(plan, seat, 'hall', aParty(), at('9:07'))
    assert.deepEqual([cut.start, cut.end, cut.deskUntil], [at('9:00'), at('9:10'), at('9:15')])
    assert.deepEqual(
      cut.presence.map(stay => stay.to),
      [at('9:10'), at('9:10')],
    )
  })

  it('keeps one tick at least, even if it was over before it was to begin', () => {
    assert.equal(cutAt(plan, seat, 'hall', aParty(), at('8:40')).end, at('9:05'))
  })

  it('is not made longer', () => assert.deepEqual(cutAt(plan, seat, 'hall', aParty(), at('9:40')), seat))
})

function aDay(changes: Parameters<typeof aCity>[0] = {}, bookings: Day['bookings'] = []): Day {
  return { plan: planOfDay(aCity(changes), 'CA', '2020-05-11', []), page: 1, bookings }
}
