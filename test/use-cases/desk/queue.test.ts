import assert from 'node:assert/strict'
import { stepsOfDay } from '../../../src/repositories/visit-steps.ts'
import { pageOf } from '../../../src/repositories/day-sheets.ts'
import { callNext } from '../../../src/use-cases/desk/call-next.ts'
import { callVisit } from '../../../src/use-cases/desk/call-visit.ts'
import { DeskBusyError, RoomFullError } from '../../../src/use-cases/desk/errors.ts'
import { finish } from '../../../src/use-cases/desk/finish.ts'
import { forward } from '../../../src/use-cases/desk/forward.ts'
import { givePriority } from '../../../src/use-cases/desk/give-priority.ts'
import { leave } from '../../../src/use-cases/desk/leave.ts'
import { park } from '../../../src/use-cases/desk/park.ts'
import { recall } from '../../../src/use-cases/desk/recall.ts'
import { startServing } from '../../../src/use-cases/desk/start-serving.ts'
import { takeBack } from '../../../src/use-cases/desk/take-back.ts'
import { undo } from '../../../src/use-cases/desk/undo.ts'
import { BookingRefused, NotFound, NotNow } from '../../../src/use-cases/errors.ts'
import { aCity, aDesk, aDeskGroup, aHall, aBuilding, aParty, aRule, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { booked, deskDay, goTo, here, keyOfVisit, violations } from '../../support/desk.ts'
import { aHouse, type TestHouse } from '../../support/house.ts'

onBothEngines('The queue', open => {
  it('calls, serves and finishes, and gives back what is left of the place', async () => {
    const house = await aHouse(await open())
    const visit = await here(house, '9:00', '8:55')
    goTo(house, '9:00')
    const called = await called1(house, 'desk-2')
    assert.deepEqual([called.booking.status, called.ticket.deskId, called.ticket.calls], ['called', 'desk-2', 1])
    assert.equal((await startServing(house, keyOfVisit(visit))).booking.status, 'serving')
    goTo(house, '9:07')
    const served = await finish(house, keyOfVisit(visit))
    assert.deepEqual([served.booking.status, served.booking.end, served.booking.deskId], ['served', at('9:10'), 'desk-2'])
    assert.deepEqual(await violations(house), [])
    const steps = await stepsOfDay(house.db, deskDay)
    assert.deepEqual(
      steps.map(step => [step.step, step.at.slice(11, 16)]),
      [
        ['check-in', '06:55'],
        ['call', '07:00'],
        ['start', '07:00'],
        ['finish', '07:07'],
      ],
    )
  })

  it('answers that nobody waits, without turning the page', async () => {
    const house = await aHouse(await open())
    await booked(house, '9:00')
    const page = await pageOf(house.db, deskDay)
    assert.deepEqual(await callNext(house, deskDay, 'desk-1'), { kind: 'nobody' })
    assert.equal(await pageOf(house.db, deskDay), page)
    await assert.rejects(callNext(house, deskDay, 'desk-9'), NotFound)
  })

  it('never gives one person to two desks, and a desk only one person', async () => {
    const house = await aHouse(await open())
    await here(house, '9:00', '8:55')
    await here(house, '9:20', '8:56')
    goTo(house, '9:20')
    const answers = await Promise.all(
      ['desk-1', 'desk-2', 'desk-1', 'desk-2', 'desk-1'].map(desk => callNext(house, deskDay, desk)),
    )
    const got = answers.map(answer => [answer.kind, 'visit' in answer ? answer.visit.ticket.code : ''])
    assert.deepEqual(got, [
      ['called', 'A001'],
      ['called', 'A002'],
      ['busy', 'A001'],
      ['busy', 'A002'],
      ['busy', 'A001'],
    ])
  })

  it('calls again, and gives up after three calls', async () => {
    const house = await aHouse(await open())
    const visit = await here(house, '9:00', '9:00')
    await called1(house)
    assert.equal((await recall(house, keyOfVisit(visit))).callsLeft, 1)
    assert.equal((await recall(house, keyOfVisit(visit))).callsLeft, 0)
    const absent = await recall(house, keyOfVisit(visit))
    assert.deepEqual([absent.kind, absent.visit.booking.status], ['absent', 'no-show'])
    assert.deepEqual(await callNext(house, deskDay, 'desk-1'), { kind: 'nobody' })
    assert.deepEqual(await violations(house), [])
  })

  it('takes back an absence: to the desk if it is free, else into the queue', async () => {
    const house = await aHouse(await open())
    const visit = await absentVisit(house)
    assert.equal((await undo(house, keyOfVisit(visit))).booking.status, 'called')
    await recall(house, keyOfVisit(visit))

    await here(house, '9:20', '9:00')
    await called1(house)
    const back = await undo(house, keyOfVisit(visit))
    assert.deepEqual([back.booking.status, back.ticket?.deskId], ['arrived', undefined])
    assert.deepEqual(await violations(house), [])
  })

  it('says so where the place of an absence is gone', async () => {
    const house = await aHouse(await open(), aCity({ desks: [aDesk()] }))
    const visit = await absentVisit(house)
    await booked(house, '9:00')
    await assert.rejects(undo(house, keyOfVisit(visit)), BookingRefused)
  })

  it('takes back an absence into the queue where the room has filled', async () => {
    const house = await aHouse(await open(), aCity({ rules: [twoAtMost] }))
    const visit = await absentVisit(house)
    await here(house, '9:20', '9:10', { party: aParty(2) })
    goTo(house, '9:20')
    await called1(house, 'desk-2')
    const back = await undo(house, keyOfVisit(visit))
    assert.deepEqual([back.booking.status, back.ticket?.deskId, back.ticket?.calls], ['arrived', undefined, 0])
    const full = { zoneId: 'building', ruleId: 'two', limit: 2, inside: 2 }
    assert.deepEqual(await callNext(house, deskDay, 'desk-1'), { kind: 'not-yet', waiting: 1, full })
    assert.deepEqual(await violations(house), [])
  })

  it('brings back to the desk who is still served there, though somebody was called meanwhile', async () => {
    const house = await aHouse(await open(), aCity({ rules: [twoAtMost] }))
    const visit = await here(house, '9:00', '9:00')
    await called1(house)
    await startServing(house, keyOfVisit(visit))
    await here(house, '9:20', '9:10', { party: aParty(2) })
    goTo(house, '9:16')
    await finish(house, keyOfVisit(visit))
    await called1(house, 'desk-2')
    assert.equal((await undo(house, keyOfVisit(visit))).booking.status, 'serving')
    assert.deepEqual(await violations(house), [])
  })

  it('takes back step after step', async () => {
    const house = await aHouse(await open())
    const visit = await here(house, '9:00', '9:00')
    await called1(house)
    await startServing(house, keyOfVisit(visit))
    goTo(house, '9:05')
    await finish(house, keyOfVisit(visit))
    const statuses = []
    for (let i = 0; i < 4; i += 1) {
      const back = await undo(house, keyOfVisit(visit))
      statuses.push([back.booking.status, back.booking.end])
      assert.deepEqual(await violations(house), [])
    }
    const end = at('9:20')
    assert.deepEqual(statuses, [
      ['serving', end],
      ['called', end],
      ['arrived', end],
      ['booked', end],
    ])
    await assert.rejects(undo(house, keyOfVisit(visit)), NotNow)
  })

  it('does not bring anybody back to a desk that serves somebody else', async () => {
    const house = await aHouse(await open())
    const visit = await here(house, '9:00', '9:00')
    await here(house, '9:20', '9:00')
    await called1(house)
    await startServing(house, keyOfVisit(visit))
    goTo(house, '9:20')
    await finish(house, keyOfVisit(visit))
    await called1(house)
    await assert.rejects(undo(house, keyOfVisit(visit)), DeskBusyError)
  })

  it('calls a chosen one, but not to a desk that has somebody', async () => {
    const house = await aHouse(await open())
    const first = await here(house, '9:00', '9:00')
    const second = await here(house, '9:00', '9:00')
    assert.equal((await callVisit(house, keyOfVisit(second), 'desk-1')).ticket.code, 'A002')
    assert.equal((await callVisit(house, keyOfVisit(second), 'desk-1')).ticket.calls, 1)
    await assert.rejects(callVisit(house, keyOfVisit(first), 'desk-1'), DeskBusyError)
    await assert.rejects(callVisit(house, keyOfVisit(second), 'desk-2'), NotNow)
  })

  it('calls people before their time if the plan holds them then, and frees the later place', async () => {
    const house = await aHouse(await open(), aCity({ desks: [aDesk()] }))
    await here(house, '9:20', '9:02')
    const { booking } = await called1(house)
    assert.deepEqual([booking.start, booking.end], [at('9:00'), at('9:20')])
    await booked(house, '9:20')
    assert.deepEqual(await violations(house), [])
  })

  it('does not call people before their time where somebody else has the place', async () => {
    const house = await aHouse(await open(), aCity({ desks: [aDesk()] }))
    await booked(house, '9:00')
    await here(house, '9:20', '9:02')
    assert.deepEqual(await callNext(house, deskDay, 'desk-1'), { kind: 'not-yet', waiting: 1, notBefore: at('9:20') })
  })

  it('calls nobody into a full room, but the next who fits', async () => {
    const house = await aHouse(await open(), aCity({ rules: [twoAtMost] }))
    await here(house, '9:00', '9:00')
    const family = await here(house, '9:20', '9:00', { party: aParty(2) })
    const single = await here(house, '9:40', '9:10')
    goTo(house, '9:00')
    await called1(house)
    goTo(house, '9:45')
    const next = await called1(house, 'desk-2')
    assert.equal(next.ticket.code, single.ticket.code)
    await assert.rejects(callVisit(house, keyOfVisit(family), 'desk-2'), DeskBusyError)
    await undo(house, keyOfVisit(next))
    await assert.rejects(callVisit(house, keyOfVisit(family), 'desk-2'), RoomFullError)
    await leave(house, keyOfVisit(single))
    const full = { zoneId: 'building', ruleId: 'two', limit: 2, inside: 1 }
    assert.deepEqual(await callNext(house, deskDay, 'desk-2'), { kind: 'not-yet', waiting: 1, full })
  })

  it('sets aside and takes back', async () => {
    const house = await aHouse(await open())
    const visit = await here(house, '9:00', '9:00')
    await called1(house)
    await startServing(house, keyOfVisit(visit))
    const parked = await park(house, keyOfVisit(visit))
    assert.deepEqual([parked.booking.status, parked.ticket.parked], ['arrived', true])
    assert.deepEqual(await callNext(house, deskDay, 'desk-1'), { kind: 'nobody' })
    await takeBack(house, keyOfVisit(visit))
    await assert.rejects(takeBack(house, keyOfVisit(visit)), NotNow)
    assert.equal((await called1(house)).ticket.code, 'A001')
  })

  it('forwards with the same ticket, to a place at the other desks', async () => {
    const house = await aHouse(await open(), cityOfTwoGroups())
    const visit = await here(house, '9:00', '9:00')
    await called1(house)
    await startServing(house, keyOfVisit(visit))
    goTo(house, '9:08')
    const sent = await forward(house, keyOfVisit(visit), 'cash')
    assert.deepEqual([sent.placed, sent.visit.ticket.code, sent.visit.booking.deskId], [true, 'A001', 'cash-1'])
    assert.deepEqual(await callNext(house, deskDay, 'desk-1'), { kind: 'nobody' })
    const { booking } = await called1(house, 'cash-1')
    assert.deepEqual([booking.start, booking.deskId], [at('9:05'), 'cash-1'])
    assert.deepEqual(await violations(house), [])
    await assert.rejects(forward(house, keyOfVisit(visit), 'nowhere'), NotFound)
  })

  it('forwards even where the plan has no place', async () => {
    const house = await aHouse(await open(), cityOfTwoGroups({ roster: [] }))
    const visit = await here(house, '9:00', '9:00')
    const sent = await forward(house, keyOfVisit(visit), 'cash')
    assert.deepEqual([sent.placed, sent.visit.booking.deskId], [false, visit.booking.deskId])
    assert.equal((await called1(house, 'cash-1')).booking.status, 'called')
    assert.equal((await undo(house, keyOfVisit(visit))).ticket?.deskGroupId, 'cash')
    assert.equal((await undo(house, keyOfVisit(visit))).ticket?.deskGroupId, 'counter')
    assert.deepEqual(await violations(house), [])
  })

  it('gives priority once, and takes it away', async () => {
    const house = await aHouse(await open())
    await here(house, '9:00', '9:00')
    const second = await here(house, '9:00', '9:00')
    await givePriority(house, keyOfVisit(second))
    assert.equal((await called1(house)).ticket.code, 'A002')
  })

  it('lets people leave, and frees their place', async () => {
    const house = await aHouse(await open(), aCity({ desks: [aDesk()] }))
    const visit = await here(house, '9:00', '8:50')
    const left = await leave(house, keyOfVisit(visit))
    assert.deepEqual([left.booking.status, left.ticket.leftAt], ['cancelled', '2020-05-11T06:50:00.000Z'])
    await booked(house, '9:00')
    assert.equal((await undo(house, keyOfVisit(visit))).booking.start, at('9:20'))
    assert.deepEqual(await violations(house), [])
  })
})

const twoAtMost = aRule({ kind: 'absolute-cap', persons: 2 }, { id: 'two' })

async function called1(house: TestHouse, deskId = 'desk-1') {
  const answer = await callNext(house, deskDay, deskId)
  if (answer.kind !== 'called') throw new Error(`nobody called: ${JSON.stringify(answer)}`)
  return answer.visit
}

async function absentVisit(house: TestHouse) {
  const visit = await here(house, '9:00', '9:00')
  await called1(house)
  for (let i = 0; i < 3; i += 1) await recall(house, keyOfVisit(visit))
  return visit
}

function cityOfTwoGroups(cash: Partial<Parameters<typeof aDesk>[0]> = {}) {
  return aCity({
    zones: [aBuilding(), aHall(), aHall({ id: 'room', kind: 'room' })],
    deskGroups: [aDeskGroup(), aDeskGroup({ id: 'cash', ticketLetter: 'K', slotEveryMinutes: 10 })],
    desks: [
      aDesk(),
      aDesk({ id: 'desk-2', label: '2' }),
      aDesk({ id: 'cash-1', label: '9', zoneId: 'room', deskGroupId: 'cash', ...cash }),
    ],
  })
}
