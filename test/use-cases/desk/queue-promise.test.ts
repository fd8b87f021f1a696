import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isUndoable, statusAfter } from '../../../src/domain/booking/transitions.ts'
import type { Status } from '../../../src/domain/booking/status.ts'
import { bookingsOfDay } from '../../../src/repositories/bookings.ts'
import { ticketsOfDay } from '../../../src/repositories/tickets.ts'
import { stepsOfDay } from '../../../src/repositories/visit-steps.ts'
import type { House } from '../../../src/use-cases/house.ts'
import { admitWalkIn } from '../../../src/use-cases/desk/admit-walk-in.ts'
import type { VisitKey } from '../../../src/use-cases/desk/attendance.ts'
import { callNext } from '../../../src/use-cases/desk/call-next.ts'
import { callVisit } from '../../../src/use-cases/desk/call-visit.ts'
import type { Decision } from '../../../src/use-cases/desk/change-day/proposal.ts'
import { publish } from '../../../src/use-cases/desk/change-day/publish.ts'
import { propose } from '../../../src/use-cases/desk/change-day/propose.ts'
import { checkIn } from '../../../src/use-cases/desk/check-in.ts'
import { DeskBusyError, RoomFullError } from '../../../src/use-cases/desk/errors.ts'
import { finish } from '../../../src/use-cases/desk/finish.ts'
import { forward } from '../../../src/use-cases/desk/forward.ts'
import { givePriority } from '../../../src/use-cases/desk/give-priority.ts'
import { leave } from '../../../src/use-cases/desk/leave.ts'
import { markNoShow } from '../../../src/use-cases/desk/mark-no-show.ts'
import { noteAccommodation } from '../../../src/use-cases/desk/note-accommodation.ts'
import { park } from '../../../src/use-cases/desk/park.ts'
import { recall } from '../../../src/use-cases/desk/recall.ts'
import { startServing } from '../../../src/use-cases/desk/start-serving.ts'
import { takeBack } from '../../../src/use-cases/desk/take-back.ts'
import { undo } from '../../../src/use-cases/desk/undo.ts'
import { BookingRefused, NotFound, NotNow } from '../../../src/use-cases/errors.ts'
import { cancelVisit } from '../../../src/use-cases/resident/cancel-visit.ts'
import { aBuilding, aCity, aDesk, aDeskGroup, aHall, aNeed, aParty, aPolicy, aRule, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { booked, deskDay, goTo, violations } from '../../support/desk.ts'
import { aHouse, type TestHouse } from '../../support/house.ts'

// Whatever anybody presses, in whatever order: no status that the table does not allow, nobody at two desks, no desk with
// two, no number twice, and the ledger says what the bookings say.

const extraTime = aNeed({ extraMinutes: 10 })
const city = aCity({
  zones: [aBuilding(), aHall(), aHall({ id: 'room', kind: 'room' })],
  deskGroups: [aDeskGroup(), aDeskGroup({ id: 'cash', ticketLetter: 'K', slotEveryMinutes: 10 })],
  desks: [aDesk(), aDesk({ id: 'desk-2', label: '2' }), aDesk({ id: 'cash-1', label: '9', zoneId: 'room', deskGroupId: 'cash' })],
  rules: [
    aRule(
      { kind: 'per-desk', personsPerDesk: 1, basis: 'staffed' },
      { id: 'one-a-desk', scope: { zoneKinds: ['hall', 'room'] } },
    ),
    aRule({ kind: 'turnover', minutes: 5 }),
  ],
  needs: [extraTime],
  policy: aPolicy({ checkIn: { opensMinutesBefore: 30, lateToleranceMinutes: 10, calls: 2 } }),
})
const desks = ['desk-1', 'desk-2', 'cash-1']

type Press = (house: House, key: VisitKey, deskId: string, time: string) => Promise<unknown>

const presses: Readonly<Record<string, Press>> = {
  checkIn: (house, key) => checkIn(house, 'CA', key.bookingNumber),
  checkInAnyway: (house, key) => checkIn(house, 'CA', key.bookingNumber, { anyway: true }),
  callNext: (house, _, deskId) => callNext(house, deskDay, deskId),
  callNextToo: (house, _, deskId) => callNext(house, deskDay, deskId),
  callVisit: (house, key, deskId) => callVisit(house, key, deskId),
  recall: (house, key) => recall(house, key),
  start: (house, key) => startServing(house, key),
  startToo: (house, key) => startServing(house, key),
  finish: (house, key) => finish(house, key),
  noShow: async (house, key) => {
    const seen = (await statusesOf(house as TestHouse)).get(key.bookingNumber) ?? 'booked'
    await markNoShow(house, key, seen)
  },
  undo: (house, key) => undo(house, key),
  park: (house, key) => park(house, key),
  takeBack: (house, key) => takeBack(house, key),
  forward: (house, key, deskId) => forward(house, key, deskId === 'cash-1' ? 'cash' : 'counter'),
  leave: (house, key) => leave(house, key),
  priority: (house, key) => givePriority(house, key),
  note: (house, key) => noteAccommodation(house, key, ['time']),
  walkIn: house =>
    admitWalkIn(house, {
      ...deskDay,
      serviceId: 'id-card',
      party: aParty(),
      needs: [],
      groups: [],
      channel: 'kiosk',
      language: 'pl',
    }),
  book: (house, _, __, time) => booked(house as TestHouse, time),
  cancel: async (house, key) => {
    const booking = (await bookingsOfDay(house.db, deskDay)).find(({ number }) => number === key.bookingNumber)
    if (booking) await cancelVisit(house, booking.reference)
  },
  desksIll: async (house, _, deskId, time) => {
    const span = { from: at(time), to: at(time) + 30 }
    const exceptions = [{ kind: 'desk-unstaffed' as const, deskId, span }]
    const { displaced } = await propose(house, deskDay, exceptions)
    const decisions = displaced.map(({ booking, proposal }, i): [number, Decision] => {
      const stays = i % 2 === 0 || !proposal
      return [booking.number, stays ? { kind: 'keep', reason: 'so' } : { kind: 'move', to: proposal }]
    })
    await publish(house, deskDay, { exceptions, decisions: new Map(decisions) })
  },
}

const step = fc.record({
  press: fc.constantFrom(...Object.keys(presses)),
  visit: fc.nat({ max: 7 }),
  desk: fc.constantFrom(...desks),
  slot: fc.nat({ max: 9 }),
  minutes: fc.constantFrom(0, 0, 1, 3, 7),
})

onBothEngines('Whatever is pressed at the desks', (open, engine) => {
  it('keeps the promise', async function () {
    const runs = Number(process.env['RUNS'] ?? (engine.name === 'SQLite' ? 12 : 4))
    this.timeout(60_000 + 3000 * runs)
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async steps => play(await aDay(open), steps)),
      {
        numRuns: runs,
        endOnFailure: true,
      },
    )
  })
})

async function aDay(open: () => Promise<House['db']>): Promise<TestHouse> {
  const house = await aHouse(await open(), city)
  for (const time of ['8:25', '8:25', '8:50', '8:50', '9:15', '9:40'].map(slot)) await booked(house, time).catch(() => undefined)
  goTo(house, '8:15')
  for (const { number } of await bookingsOfDay(house.db, deskDay)) await checkIn(house, 'CA', number)
  return house
}

function slot(time: string): string {
  const minute = Math.round(at(time) / 20) * 20
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
}

async function play(
  house: TestHouse,
  steps: readonly { press: string; visit: number; desk: string; slot: number; minutes: number }[],
) {
  for (const { press, visit, desk, slot: nth, minutes } of steps) {
    house.clock.passMinutes(minutes)
    const before = await statusesOf(house)
    const key = { ...deskDay, bookingNumber: [...before.keys()][visit] ?? 1 }
    const time = `${8 + Math.floor(nth / 3)}:${String((nth % 3) * 20).padStart(2, '0')}`
    try {
      await (presses[press] as Press)(house, key, desk, time)
    } catch (error) {
      if (!answers.some(answer => error instanceof answer)) throw error
    }
    await holds(house, before, press)
  }
  await house.db.destroy()
}

/** What may be answered instead. */
const answers = [BookingRefused, NotFound, NotNow, DeskBusyError, RoomFullError]

async function holds(house: TestHouse, before: ReadonlyMap<number, Status>, press: string) {
  assert.deepEqual(await violations(house), [], press)

  const bookings = await bookingsOfDay(house.db, deskDay)
  const tickets = await ticketsOfDay(house.db, deskDay)
  const called = tickets.filter(ticket => {
    const status = bookings.find(booking => booking.number === ticket.bookingNumber)?.status
    return status === 'called' || status === 'serving'
  })
  assert.equal(new Set(called.map(ticket => ticket.deskId)).size, called.length, `${press}: a desk has two`)
  assert.ok(called.every(ticket => ticket.deskId !== undefined))
  assert.equal(new Set(tickets.map(ticket => ticket.code)).size, tickets.length)

  const steps = await stepsOfDay(house.db, deskDay)
  for (const { number, status } of bookings) {
    const was = before.get(number)
    if (was === undefined || was === status) continue
    const last = steps.findLast(each => each.bookingNumber === number)
    if (last?.step === 'undo') continue
    if (press === 'cancel') assert.equal(statusAfter('cancel', was), status)
    else assert.ok(last && last.step !== 'admit' && statusAfter(last.step, was) === status, `${press}: ${was} became ${status}`)
  }
  assert.ok(
    steps.filter(each => each.undone).every(each => each.step !== 'admit' && each.step !== 'undo' && isUndoable(each.step)),
  )
}

async function statusesOf(house: TestHouse): Promise<Map<number, Status>> {
  return new Map((await bookingsOfDay(house.db, deskDay)).map(booking => [booking.number, booking.status]))
}
