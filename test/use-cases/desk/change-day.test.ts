import assert from 'node:assert/strict'
import type { DayException } from '../../../src/domain/capacity/day.ts'
import { bookingByNumber, bookingsOfDay } from '../../../src/repositories/bookings.ts'
import { countMessages } from '../../../src/repositories/outbox.ts'
import { callNext } from '../../../src/use-cases/desk/call-next.ts'
import { dayAtDesks } from '../../../src/use-cases/desk/day-at-desks.ts'
import type { Decision } from '../../../src/use-cases/desk/change-day/proposal.ts'
import { propose } from '../../../src/use-cases/desk/change-day/propose.ts'
import { publish } from '../../../src/use-cases/desk/change-day/publish.ts'
import { finish } from '../../../src/use-cases/desk/finish.ts'
import { startServing } from '../../../src/use-cases/desk/start-serving.ts'
import { NotFound } from '../../../src/use-cases/errors.ts'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { cancelVisit } from '../../../src/use-cases/resident/cancel-visit.ts'
import { holdVisit } from '../../../src/use-cases/resident/hold-visit.ts'
import { aCity, aDesk, aDeskGroup, aHall, aBuilding, anOffice, aRequest, aRule, aService, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { booked, deskDay, goTo, here, keyOfVisit, violations } from '../../support/desk.ts'
import { aHouse, type TestHouse } from '../../support/house.ts'

const morning = { from: at('8:00'), to: at('12:00') }
const ill: DayException = { kind: 'desk-unstaffed', deskId: 'desk-1', span: morning }
const aired: DayException = { kind: 'zone-closed', zoneId: 'hall', span: { from: at('9:00'), to: at('9:30') } }
const closed: DayException = { kind: 'office-closed', span: { from: at('12:00'), to: at('16:00') } }

onBothEngines('A change of the day', open => {
  it('shows whom it displaces and where they could go, and saves nothing', async () => {
    const house = await aHouse(await open())
    const [one] = await bookedTwice(house, '9:00')
    const proposal = await propose(house, deskDay, [ill])
    assert.deepEqual(
      proposal.displaced.map(({ booking, refusal, proposal: place }) => [booking.number, refusal.reason, place?.start]),
      [[one.number, 'no-desk', at('8:40')]],
    )
    assert.deepEqual(await propose(house, deskDay, []), { ...proposal, exceptions: [], displaced: [], after: proposal.before })
    await assert.rejects(propose(house, deskDay, [{ ...ill, deskId: 'desk-9' }]), NotFound)
  })

  it('tells the limit of a room from a missing desk', async () => {
    const rules = [
      aRule({ kind: 'per-desk', personsPerDesk: 1, basis: 'staffed' }, { id: 'one-a-desk', scope: { zones: ['hall'] } }),
    ]
    const house = await aHouse(await open(), aCity({ rules, desks: [aDesk(), aDesk({ id: 'desk-2' })] }))
    await booked(house, '9:00')
    await booked(house, '9:00', { party: { persons: 1, companions: {} } })
    const { displaced } = await propose(house, deskDay, [aired])
    assert.deepEqual(
      displaced.map(({ refusal }) => [refusal.reason, refusal.zoneId]),
      [
        ['zone-full', 'hall'],
        ['zone-full', 'hall'],
      ],
    )
  })

  it('moves, keeps and calls off as decided, all at once', async () => {
    const house = await aHouse(await open(), aCity({ desks: [aDesk()] }))
    const [moved, kept, off] = [await booked(house, '8:20'), await booked(house, '9:00'), await withMail(house, '10:00')]
    const decisions = decide([
      [moved.number, { kind: 'move', to: { ...deskDay, start: at('12:00') } }],
      [kept.number, { kind: 'keep', reason: 'colleague steps in' }],
      [off.number, { kind: 'call-off' }],
    ])
    const answer = await publish(house, deskDay, { exceptions: [ill], decisions, reason: 'absence' })
    assert.ok(answer.published)
    assert.deepEqual(
      answer.reached.map(({ after, messaged }) => [after.number, after.status, after.start, messaged]),
      [
        [moved.number, 'booked', at('12:00'), false],
        [off.number, 'cancelled', at('10:00'), true],
      ],
    )
    assert.equal((await bookingByNumber(house.db, kept.number))?.start, at('9:00'))
    assert.deepEqual(await violations(house), [])

    const { rows, breaks } = await dayAtDesks(house, deskDay)
    assert.deepEqual(
      rows.map(row => [row.bookingNumber, row.start, row.excused]),
      [
        [kept.number, at('9:00'), 'colleague steps in'],
        [moved.number, at('12:00'), undefined],
      ],
    )
    assert.deepEqual(breaks, [{ kind: 'desk-unstaffed', deskId: 'desk-1', ...morning, reason: 'absence' }])
    assert.equal((await countMessages(house.db))['waiting'], 2, 'the confirmation and the cancellation')
  })

  it('keeps people in a closed room as excused, until they are gone', async () => {
    const house = await aHouse(await open())
    const [one, other] = await bookedTwice(house, '9:00')
    const keep: Decision = { kind: 'keep', reason: 'they wait outside' }
    await publish(house, deskDay, {
      exceptions: [aired],
      decisions: decide([
        [one.number, keep],
        [other.number, keep],
      ]),
    })
    assert.deepEqual(await violations(house), [])
    const hall = (await dayAtDesks(house, deskDay)).limits.find(({ zoneId }) => zoneId === 'hall')
    assert.deepEqual(hall?.hours.map(hour => hour.isAbove).slice(0, 3), [false, true, false])

    await cancelVisit(house, one.reference)
    assert.deepEqual(await violations(house), [])
    const again = await propose(house, deskDay, [ill])
    assert.deepEqual(again.displaced, [], 'who was kept before is not asked about again')
  })

  it('answers a fresh proposal where somebody booked meanwhile, and saves nothing', async () => {
    const house = await aHouse(await open(), aCity({ desks: [aDesk()] }))
    await propose(house, deskDay, [ill])
    const late = await booked(house, '9:00')
    const answer = await publish(house, deskDay, { exceptions: [ill], decisions: new Map() })
    assert.ok(!answer.published)
    assert.deepEqual(
      answer.proposal.displaced.map(({ booking }) => booking.number),
      [late.number],
    )
    assert.deepEqual((await dayAtDesks(house, deskDay)).breaks, [])
  })

  it('answers a fresh proposal where the place to move to is gone', async () => {
    const house = await aHouse(await open(), aCity({ desks: [aDesk()] }))
    const moved = await booked(house, '9:00')
    await booked(house, '12:00')
    const decisions = decide([[moved.number, { kind: 'move', to: { ...deskDay, start: at('12:00') } }]])
    const answer = await publish(house, deskDay, { exceptions: [ill], decisions })
    assert.ok(!answer.published)
    assert.equal(answer.proposal.displaced[0]?.proposal?.start, at('12:20'))
    assert.equal((await bookingByNumber(house.db, moved.number))?.start, at('9:00'))
    assert.deepEqual(await violations(house), [])
  })

  it('moves to another day, and to another office where its own has nothing', async () => {
    const house = await aHouse(await open(), cityOfTwoOffices())
    const first = await booked(house, '13:00')
    const span = { from: at('8:00'), to: at('16:00') }
    const { displaced } = await propose(house, deskDay, [{ kind: 'office-closed', span }])
    assert.deepEqual(displaced[0]?.proposal, { officeId: 'CA', date: '2020-05-12', start: at('8:00') })

    const to = { officeId: 'OG', date: '2020-05-11', start: at('13:00') }
    const decisions = decide([[first.number, { kind: 'move', to }]])
    const answer = await publish(house, deskDay, { exceptions: [{ kind: 'office-closed', span }], decisions })
    assert.ok(answer.published)
    assert.deepEqual(
      (await bookingsOfDay(house.db, to)).map(({ number, deskId }) => [number, deskId]),
      [[first.number, 'og-1']],
    )
    assert.deepEqual(await bookingsOfDay(house.db, deskDay), [])
    assert.deepEqual(await violations(house), [])
  })

  it('lets who is being served be, and ends holds', async () => {
    const house = await aHouse(await open(), aCity({ desks: [aDesk()] }))
    const visit = await here(house, '9:00', '9:00')
    await callNext(house, deskDay, 'desk-1')
    await startServing(house, keyOfVisit(visit))
    const hold = await holdVisit(house, aRequest({ start: at('10:00') }), { language: 'pl' })
    goTo(house, '9:05')
    assert.deepEqual((await propose(house, deskDay, [ill])).displaced, [])
    const answer = await publish(house, deskDay, { exceptions: [ill], decisions: new Map() })
    assert.ok(answer.published)
    assert.equal((await bookingByNumber(house.db, hold.number))?.status, 'expired')
    assert.deepEqual(await violations(house), [])
    await finish(house, keyOfVisit(visit))
    assert.deepEqual(await violations(house), [])
  })

  it('opens a desk for longer', async () => {
    const house = await aHouse(await open(), aCity({ desks: [aDesk(), aDesk({ id: 'desk-2', roster: [] })] }))
    await booked(house, '9:00')
    await assert.rejects(booked(house, '9:00'))
    const shift = { deskId: 'desk-2', span: morning, channels: ['web'] as const }
    await publish(house, deskDay, { exceptions: [{ kind: 'desk-staffed', shift }], decisions: new Map() })
    assert.equal((await booked(house, '9:00')).deskId, 'desk-2')
    assert.deepEqual(await violations(house), [])
  })

  it('closes at noon', async () => {
    const house = await aHouse(await open())
    await booked(house, '11:40')
    const late = await booked(house, '12:00')
    const { displaced } = await propose(house, deskDay, [closed])
    assert.deepEqual(
      displaced.map(({ booking }) => booking.number),
      [late.number],
    )
  })
})

async function bookedTwice(house: TestHouse, time: string) {
  return [await booked(house, time), await booked(house, time)] as const
}

function withMail(house: TestHouse, time: string) {
  const request = aRequest({ start: at(time) })
  return bookVisit(house, request, { language: 'pl', email: 'jan@example.org' })
}

function decide(decisions: [number, Decision][]): Map<number, Decision> {
  return new Map(decisions)
}

function cityOfTwoOffices() {
  return aCity({
    offices: [anOffice(), anOffice({ id: 'OG', number: 2 })],
    zones: [aBuilding(), aHall(), aBuilding({ id: 'og', officeId: 'OG' })],
    deskGroups: [aDeskGroup(), aDeskGroup({ id: 'og-counter', officeId: 'OG' })],
    desks: [aDesk(), aDesk({ id: 'og-1', officeId: 'OG', zoneId: 'og', deskGroupId: 'og-counter' })],
    services: [aService({ deskGroupIds: ['counter', 'og-counter'] })],
  })
}
