import assert from 'node:assert/strict'
import type { DayException } from '../../../src/domain/capacity/day.ts'
import { bookingByNumber } from '../../../src/repositories/bookings.ts'
import { callNext } from '../../../src/use-cases/desk/call-next.ts'
import type { Decision } from '../../../src/use-cases/desk/change-day/proposal.ts'
import { propose } from '../../../src/use-cases/desk/change-day/propose.ts'
import { publish } from '../../../src/use-cases/desk/change-day/publish.ts'
import { aBuilding, aCity, aDesk, aHall, aRule, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { booked, deskDay, here, violations } from '../../support/desk.ts'
import { aHouse } from '../../support/house.ts'

// One person for each staffed desk. Desk 1 is not staffed for a while; at desk 2 nobody has booked.

const city = aCity({
  zones: [aBuilding(), aHall()],
  desks: [aDesk(), aDesk({ id: 'desk-2', label: '2' })],
  rules: [aRule({ kind: 'per-desk', personsPerDesk: 1, basis: 'staffed' }, { id: 'one', scope: { zones: ['hall'] } })],
})
const ill: DayException = { kind: 'desk-unstaffed', deskId: 'desk-1', span: { from: at('9:00'), to: at('10:00') } }
const keep: Decision = { kind: 'keep', reason: 'zastępstwo' }
const to = (time: string, date = deskDay.date): Decision => ({ kind: 'move', to: { officeId: 'CA', date, start: at(time) } })

onBothEngines('Decisions that do not fit together', open => {
  it('are named, with what stands in the way and the nearest times that fit beside those kept', async () => {
    const house = await aHouse(await open(), city)
    const [kept, moved] = [await booked(house, '9:00'), await booked(house, '9:20')]
    const decisions = new Map([
      [kept.number, keep],
      [moved.number, to('9:00')],
    ])
    const answer = await publish(house, deskDay, { exceptions: [ill], decisions })
    assert.ok(!answer.published)
    const [first, second] = answer.proposal.displaced
    assert.deepEqual([first?.booking.number, first?.unfit], [kept.number, undefined])
    assert.deepEqual(second?.unfit, { reason: 'zone-full', zoneId: 'hall', ruleId: 'one' })
    assert.deepEqual(
      second.near?.map(({ start }) => start),
      [at('9:20'), at('9:40'), at('8:40')],
    )
    assert.equal((await bookingByNumber(house.db, moved.number))?.start, at('9:20'))

    const mended = new Map([...decisions, [moved.number, to('9:20')]])
    assert.ok((await publish(house, deskDay, { exceptions: [ill], decisions: mended })).published)
    assert.deepEqual(await violations(house), [])
  })

  it('are also two moves to one place: the first has it', async () => {
    const house = await aHouse(await open(), { ...city, desks: [aDesk()] })
    const [one, other] = [await booked(house, '9:00'), await booked(house, '9:20')]
    const decisions = new Map([
      [one.number, to('11:00')],
      [other.number, to('11:00')],
    ])
    const answer = await publish(house, deskDay, { exceptions: [ill], decisions })
    assert.ok(!answer.published)
    assert.deepEqual(
      answer.proposal.displaced.map(({ unfit, proposal }) => [unfit, proposal?.start]),
      [
        [undefined, at('11:00')],
        [{ reason: 'no-desk' }, at('8:40')],
      ],
    )
  })

  it('are those that send somebody with a ticket to another day; nor is that proposed', async () => {
    const span = { from: at('9:00'), to: at('16:00') }
    const house = await aHouse(await open(), { ...city, desks: [aDesk()] })
    const { booking } = await here(house, '9:40', '9:10')
    const exceptions = [{ ...ill, span }]
    assert.equal((await propose(house, deskDay, exceptions)).displaced[0]?.proposal, undefined)
    const decisions = new Map([[booking.number, to('9:00', '2020-05-12')]])
    const answer = await publish(house, deskDay, { exceptions, decisions })
    assert.ok(!answer.published)
    assert.equal(answer.proposal.displaced[0]?.unfit, 'has-ticket')
  })

  it('are those that call off whom a desk has called meanwhile', async () => {
    const house = await aHouse(await open(), { ...city, desks: [aDesk()] })
    const { booking } = await here(house, '9:00', '9:00')
    const decisions = new Map<number, Decision>([[booking.number, { kind: 'call-off' }]])
    await callNext(house, deskDay, 'desk-1')
    const answer = await publish(house, deskDay, { exceptions: [ill], decisions })
    assert.ok(!answer.published)
    assert.equal(answer.proposal.displaced[0]?.unfit, 'at-desk')
    assert.equal((await bookingByNumber(house.db, booking.number))?.status, 'called')
  })
})

onBothEngines('Another time for a visit that loses its place', open => {
  it('is any free one of a date that is asked for, as the change leaves it and others have decided', async () => {
    const house = await aHouse(await open(), { ...city, desks: [aDesk()] })
    const [one, other] = [await booked(house, '9:00'), await booked(house, '9:20')]
    const decisions = new Map([[one.number, to('10:20')]])
    const today = new Map([[other.number, deskDay.date]])
    const { displaced } = await propose(house, deskDay, [ill], { decisions, lookAt: today })
    assert.deepEqual(displaced[0]?.times, undefined)
    assert.equal(displaced[1]?.times?.date, deskDay.date)
    assert.deepEqual(displaced[1].times.starts.slice(0, 5), ['8:00', '8:20', '8:40', '10:00', '10:40'].map(at))

    const later = new Map([[other.number, '2020-06-02']])
    const times = (await propose(house, deskDay, [ill], { lookAt: later })).displaced[1]?.times
    assert.deepEqual([times?.date, times?.starts.length], ['2020-06-02', 24])
  })
})
