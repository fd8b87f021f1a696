import assert from 'node:assert/strict'
import type { DayException } from '../../../src/domain/capacity/day.ts'
import { bookingByNumber } from '../../../src/repositories/bookings.ts'
import { changesInForce } from '../../../src/use-cases/desk/change-day/in-force.ts'
import type { Decision } from '../../../src/use-cases/desk/change-day/proposal.ts'
import { propose } from '../../../src/use-cases/desk/change-day/propose.ts'
import { publish } from '../../../src/use-cases/desk/change-day/publish.ts'
import { dayAtDesks } from '../../../src/use-cases/desk/day-at-desks.ts'
import { NotFound } from '../../../src/use-cases/errors.ts'
import { aBuilding, aCity, aDesk, aHall, aRule, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { booked, deskDay, goTo, violations } from '../../support/desk.ts'
import { aHouse, type TestHouse } from '../../support/house.ts'

const closed: DayException = { kind: 'office-closed', span: { from: at('12:00'), to: 1440 } }
const aired: DayException = { kind: 'zone-closed', zoneId: 'hall', span: { from: at('9:00'), to: at('10:00') } }
const keep: Decision = { kind: 'keep', reason: 'they wait outside' }

onBothEngines('A change of the day that is taken back', open => {
  it('opens the office again that was closed by mistake; what was decided stays', async () => {
    const house = await aHouse(await open(), aCity({ desks: [aDesk()] }))
    const [kept, moved, off] = [await booked(house, '12:00'), await booked(house, '12:20'), await booked(house, '12:40')]
    const decisions = new Map<number, Decision>([
      [kept.number, keep],
      [moved.number, { kind: 'move', to: { ...deskDay, start: at('9:00') } }],
      [off.number, { kind: 'call-off' }],
    ])
    assert.ok((await publish(house, deskDay, { exceptions: [closed], decisions, reason: 'pomyłka' })).published)
    await assert.rejects(booked(house, '13:00'))

    const before = await dayAtDesks(house, deskDay)
    const change = await only(house)
    assert.deepEqual([change.exception, change.reason], [closed, 'pomyłka'])
    const proposal = await propose(house, deskDay, [], { takeBack: change.number })
    assert.deepEqual([proposal.displaced, proposal.hours], [[], [{ from: at('8:00'), to: at('16:00') }]])
    assert.equal((await changesInForce(house, deskDay)).length, 1, 'nothing is saved by looking')

    const answer = await publish(house, deskDay, { exceptions: [], takeBack: change.number, decisions: new Map() })
    assert.deepEqual(answer.published && answer.reached, [])
    const after = await dayAtDesks(house, deskDay)
    assert.ok(after.page > before.page, 'paper is told apart')
    assert.deepEqual(after.breaks, [])
    assert.deepEqual(
      after.rows.map(({ bookingNumber, start, excused }) => [bookingNumber, start, excused]),
      [
        [moved.number, at('9:00'), undefined],
        [kept.number, at('12:00'), undefined],
      ],
      'who was kept fits again, and is not in red any more',
    )
    assert.equal((await bookingByNumber(house.db, off.number))?.status, 'cancelled')
    assert.equal((await booked(house, '13:00')).start, at('13:00'))
    assert.deepEqual(await violations(house), [])
  })

  it('lets people into a room that is usable again sooner, and leaves other changes in force', async () => {
    const rules = [aRule({ kind: 'absolute-cap', persons: 4 }, { scope: { zones: ['hall'] } })]
    const house = await aHouse(await open(), aCity({ zones: [aBuilding(), aHall()], desks: [aDesk()], rules }))
    await publish(house, deskDay, { exceptions: [aired], decisions: new Map() })
    await publish(house, deskDay, { exceptions: [closed], decisions: new Map() })
    goTo(house, '9:10')
    await assert.rejects(booked(house, '9:40'))
    const [airing] = await changesInForce(house, deskDay)
    await publish(house, deskDay, { exceptions: [], takeBack: airing?.number ?? 0, decisions: new Map() })
    await booked(house, '9:40')
    await assert.rejects(booked(house, '13:00'))
    assert.deepEqual((await only(house)).exception, closed)
    assert.deepEqual(await violations(house), [])
  })

  it('is looked at and decided like every other: a desk that was added may have been booked', async () => {
    const house = await aHouse(await open(), aCity({ desks: [aDesk(), aDesk({ id: 'desk-2', roster: [] })] }))
    const shift = { deskId: 'desk-2', span: { from: at('9:00'), to: at('10:00') }, channels: ['web'] as const }
    await publish(house, deskDay, { exceptions: [{ kind: 'desk-staffed', shift }], decisions: new Map() })
    const both = [await booked(house, '9:00'), await booked(house, '9:00')]
    const late = both.find(({ deskId }) => deskId === 'desk-2')
    assert.ok(late)
    const takeBack = (await only(house)).number
    const answer = await publish(house, deskDay, { exceptions: [], takeBack, decisions: new Map() })
    assert.ok(!answer.published)
    assert.deepEqual(
      answer.proposal.displaced.map(({ booking, refusal }) => [booking.number, refusal.reason]),
      [[late.number, 'no-desk']],
    )
    assert.equal((await only(house)).number, takeBack, 'nothing was saved')

    assert.ok((await publish(house, deskDay, { exceptions: [], takeBack, decisions: new Map([[late.number, keep]]) })).published)
    assert.deepEqual(await violations(house), [])
    assert.equal((await dayAtDesks(house, deskDay)).rows.find(row => row.bookingNumber === late.number)?.excused, keep.reason)
  })

  it('cannot be taken back twice, nor when its time is over', async () => {
    const house = await aHouse(await open())
    await publish(house, deskDay, { exceptions: [aired], decisions: new Map() })
    await publish(house, deskDay, { exceptions: [closed], decisions: new Map() })
    const [airing, closing] = await changesInForce(house, deskDay)
    goTo(house, '10:00')
    const again = { exceptions: [], decisions: new Map<number, Decision>() }
    assert.equal((await only(house)).number, closing?.number)
    await assert.rejects(publish(house, deskDay, { ...again, takeBack: airing?.number ?? 0 }), NotFound)
    await publish(house, deskDay, { ...again, takeBack: closing?.number ?? 0 })
    await assert.rejects(publish(house, deskDay, { ...again, takeBack: closing?.number ?? 0 }), NotFound)
    await assert.rejects(propose(house, { ...deskDay, date: '2020-05-12' }, [], { takeBack: airing?.number ?? 0 }), NotFound)
  })
})

async function only(house: TestHouse) {
  const [change, ...others] = await changesInForce(house, deskDay)
  assert.ok(change && others.length === 0)
  return change
}
