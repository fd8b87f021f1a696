import assert from 'node:assert/strict'
import { bookingByNumber } from '../../../src/repositories/bookings.ts'
import { pageOf } from '../../../src/repositories/day-sheets.ts'
import { keptBookings } from '../../../src/repositories/kept-bookings.ts'
import { ticketsOfDay } from '../../../src/repositories/tickets.ts'
import { cancelVisit } from '../../../src/use-cases/resident/cancel-visit.ts'
import { moveVisit } from '../../../src/use-cases/resident/move-visit.ts'
import { markNoShow } from '../../../src/use-cases/desk/mark-no-show.ts'
import { takeBackSheet, type SheetTick, type SheetWalkIn } from '../../../src/use-cases/paper/take-back/take-back-sheet.ts'
import { aCity, aDesk, aRule, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { booked, deskDay, goTo, here, keyOfVisit, violations } from '../../support/desk.ts'
import { aHouse, type TestHouse } from '../../support/house.ts'

const oneDesk = { desks: [aDesk()] }
const nothing = { arrived: 0, served: 0, missing: 0, walkIns: 0, conflicts: [] }

onBothEngines('Taking a sheet back', open => {
  it('brings each visit to where its tick says, and the audit finds nothing', async () => {
    const house = await aHouse(await open())
    const visits = [await booked(house, '9:00'), await booked(house, '9:20'), await booked(house, '9:40')]
    goTo(house, '12:00')
    const done = await take(
      house,
      ['served', 'arrived', 'no-show'].map((tick, i) => aTick(visits[i]?.number, tick as never)),
    )
    assert.deepEqual(done, { ...nothing, arrived: 1, served: 1, missing: 1 })
    assert.deepEqual(await statusesOf(house, visits), ['served', 'arrived', 'no-show'])
    assert.deepEqual(
      (await ticketsOfDay(house.db, deskDay)).map(ticket => ticket.startedAt),
      [undefined, undefined],
    )
    assert.deepEqual(await violations(house), [])
  })

  it('changes nothing the second time, and turns no page', async () => {
    const house = await aHouse(await open())
    const visit = await booked(house, '9:00')
    goTo(house, '12:00')
    const ticks = [aTick(visit.number, 'served')]
    const walkIns = [aWalkIn()]
    assert.deepEqual(await take(house, ticks, walkIns), { ...nothing, served: 1, walkIns: 1 })
    const page = await pageOf(house.db, deskDay)
    assert.deepEqual(await take(house, ticks, walkIns), nothing)
    assert.equal(await pageOf(house.db, deskDay), page)
  })

  it('takes on what was arrived yesterday and is served on another sheet, on a day that is over too', async () => {
    const house = await aHouse(await open())
    const visit = await booked(house, '9:00')
    house.clock.set('2020-05-12T08:00')
    assert.equal((await take(house, [aTick(visit.number, 'arrived')])).arrived, 1)
    assert.equal((await take(house, [aTick(visit.number, 'served')])).served, 1)
    assert.deepEqual(await statusesOf(house, [visit]), ['served'])
    assert.deepEqual(await violations(house), [])
  })

  it('asks who is right where the system knows that somebody came, and believes paper when told so', async () => {
    const house = await aHouse(await open())
    const visit = await here(house, '9:00', '8:55')
    const tick = aTick(visit.booking.number, 'no-show')
    const { conflicts } = await take(house, [tick])
    assert.deepEqual(conflicts, [{ kind: 'came', bookingNumber: visit.booking.number, tick: 'no-show', status: 'arrived' }])
    assert.equal((await take(house, [{ ...tick, over: true }])).missing, 1)
  })

  it('records whoever came to a visit that was cancelled or moved meanwhile, once it is decided, and only once', async () => {
    const house = await aHouse(await open())
    const [gone, moved] = [await booked(house, '9:00'), await booked(house, '9:20')]
    await cancelVisit(house, gone.reference)
    await moveVisit(house, moved.reference, { officeId: 'CA', date: '2020-05-12', start: at('10:00') })
    goTo(house, '12:00')
    const ticks = [aTick(gone.number, 'served'), aTick(moved.number, 'arrived', '9:20')]
    assert.deepEqual(
      (await take(house, ticks)).conflicts.map(({ kind }) => kind),
      ['over', 'moved'],
    )
    const sure = ticks.map(tick => ({ ...tick, over: true }))
    assert.deepEqual(await take(house, sure), { ...nothing, served: 1, arrived: 1 })
    assert.deepEqual(await take(house, sure), nothing)
    assert.equal((await bookingByNumber(house.db, moved.number))?.status, 'booked')
    assert.deepEqual(await violations(house), [])
  })

  it('records walk-ins that neither desk nor room could hold, excused with the reason, and the audit finds nothing', async () => {
    const cap = aRule({ kind: 'absolute-cap', persons: 1 })
    const house = await aHouse(await open(), aCity({ ...oneDesk, rules: [cap] }))
    await booked(house, '9:00')
    goTo(house, '12:00')
    const walkIns = [aWalkIn({ persons: 4 }), aWalkIn({ line: 2, time: at('9:05') }), aWalkIn({ line: 3, time: at('20:00') })]
    assert.equal((await take(house, [], walkIns)).walkIns, 3)
    assert.equal((await keptBookings(house.db, deskDay)).size > 0, true)
    assert.deepEqual(await violations(house), [])
    const [known] = (await take(house, [], [aWalkIn({ persons: 2 })])).conflicts
    assert.deepEqual(known, { kind: 'line', line: 1, written: '545 id-card 4' })
  })

  it('finds a place for somebody given up as missing whose place was given away', async () => {
    const house = await aHouse(await open(), aCity(oneDesk))
    const late = await booked(house, '9:00')
    goTo(house, '9:05')
    await markNoShow(house, keyOfVisit({ booking: late }), 'booked')
    house.clock.set('2020-05-04T08:00')
    await booked(house, '9:00')
    goTo(house, '12:00')
    assert.equal((await take(house, [aTick(late.number, 'served')])).served, 1)
    assert.deepEqual(await statusesOf(house, [late]), ['served'])
    assert.deepEqual(await violations(house), [])
  })
})

function take(house: TestHouse, ticks: readonly SheetTick[], walkIns: readonly SheetWalkIn[] = []) {
  return takeBackSheet(house, { ...deskDay, ticks, walkIns, language: 'pl', reason: 'z papieru' })
}

function aTick(bookingNumber: number | undefined, tick: SheetTick['tick'], start = '9:00'): SheetTick {
  return { bookingNumber: bookingNumber ?? 0, tick, over: false, start: at(start) }
}

function aWalkIn(changes: Partial<SheetWalkIn> = {}): SheetWalkIn {
  return { line: 1, time: at('9:05'), serviceId: 'id-card', persons: 1, served: true, ...changes }
}

async function statusesOf(house: TestHouse, visits: readonly { number: number }[]): Promise<(string | undefined)[]> {
  return Promise.all(visits.map(async ({ number }) => (await bookingByNumber(house.db, number))?.status))
}
