import assert from 'node:assert/strict'
import type { Device } from '../../../src/domain/entrance/device.ts'
import type { Booking, VisitRequest } from '../../../src/domain/booking/booking.ts'
import { bookingByNumber } from '../../../src/repositories/bookings.ts'
import { doorDay } from '../../../src/repositories/change-door.ts'
import { doorEventsOfDay } from '../../../src/repositories/door-events.ts'
import { headCount } from '../../../src/repositories/head-counts.ts'
import { addDevice } from '../../../src/use-cases/entrance/add-device.ts'
import { countIn, countOut } from '../../../src/use-cases/entrance/count-heads.ts'
import { recount } from '../../../src/use-cases/entrance/recount.ts'
import { leaveByCode } from '../../../src/use-cases/entrance/leave-by-code.ts'
import { proofOfDay } from '../../../src/use-cases/entrance/proof-of-day.ts'
import { scanAtDoor } from '../../../src/use-cases/entrance/scan-at-door.ts'
import { watchDoor } from '../../../src/use-cases/entrance/watch-door.ts'
import { admitWalkIn } from '../../../src/use-cases/desk/admit-walk-in.ts'
import { callVisit } from '../../../src/use-cases/desk/call-visit.ts'
import { publish } from '../../../src/use-cases/desk/change-day/publish.ts'
import { checkIn } from '../../../src/use-cases/desk/check-in.ts'
import { finish } from '../../../src/use-cases/desk/finish.ts'
import { markNoShow } from '../../../src/use-cases/desk/mark-no-show.ts'
import { startServing } from '../../../src/use-cases/desk/start-serving.ts'
import { undo } from '../../../src/use-cases/desk/undo.ts'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { aBuilding, aCity, aHall, aParty, aRequest, aRule, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { aHouse, type TestHouse } from '../../support/house.ts'
import { signedInAs } from '../../support/signed-in.ts'

const key = { officeId: 'CA', date: '2020-05-11' }
const one = { counted: 1, bodies: 1 }

/** Three persons in the hall, four in the building; children do not count. */
const city = aCity({
  zones: [aBuilding(), aHall()],
  rules: [
    aRule(
      { kind: 'absolute-cap', persons: 4 },
      { id: 'house', legalBasis: 'Dz.U. 2020 poz. 697 § 13', counting: { staff: false, exempt: [{ kind: 'child' }] } },
    ),
    aRule(
      { kind: 'absolute-cap', persons: 3 },
      { id: 'hall', scope: { zones: ['hall'] }, counting: { staff: false, exempt: [{ kind: 'child' }] } },
    ),
  ],
})

onBothEngines('The count at the door', open => {
  let serial = 0
  const said = (reason?: string) => ({ eventId: `event-${(serial += 1)}`, ...(reason !== undefined && { reason }) })

  async function aDoor({ guard = true, countsExits = false } = {}) {
    const house = await aHouse(await open(), city)
    const { number: by } = await signedInAs(house, { role: 'manager' })
    const add = async (entrance: string): Promise<Device> =>
      (await addDevice(house, { officeId: 'CA', kind: guard ? 'guard' : 'display', name: entrance, entrance, countsExits }, by))
        .device
    return { house, place: await add('A'), other: await add('B') }
  }
  const booked = (house: TestHouse, changes: Partial<VisitRequest> = {}): Promise<Booking> =>
    bookVisit(house, aRequest(changes), { language: 'pl' })
  const pageOf = async (house: TestHouse) => (await doorDay(house.db, key)).page
  const heads = async (house: TestHouse) => {
    const count = await headCount(house.db, key)
    return [count.get('building')?.bodies ?? 0, count.get('hall')?.bodies ?? 0]
  }

  it('lets a booked visit in at its time, checks it in, and counts it once however often it is sent', async () => {
    const { house, place } = await aDoor()
    const { reference, number } = await booked(house, { party: aParty(2, { child: 1 }) })
    house.clock.set('2020-05-11T08:59')
    assert.deepEqual((await scanAtDoor(house, place, reference, said())).kind, 'wait-until')

    house.clock.set('2020-05-11T09:00')
    const press = said()
    const address = `https://okienko.example/bookings/${reference}?key=abc`
    const told = await Promise.all([1, 2, 3].map(() => scanAtDoor(house, place, address, press)))
    assert.deepEqual(new Set(told.map(each => each.kind)), new Set(['enter']))
    assert.equal((await bookingByNumber(house.db, number))?.status, 'arrived')
    assert.deepEqual(await heads(house), [2, 2])
    assert.equal((await headCount(house.db, key)).get('hall')?.counted, 1)
    assert.equal((await scanAtDoor(house, place, reference, said())).kind, 'already-in')
  })

  it('checks in and counts in one change: if the one cannot be written, the other is not', async () => {
    const { house, place } = await aDoor()
    const { reference, number } = await booked(house)
    house.clock.set('2020-05-11T09:00')
    await assert.rejects(scanAtDoor(house, { ...place, number: 999 }, reference, said()))
    assert.equal((await bookingByNumber(house.db, number))?.status, 'booked')
    assert.deepEqual(await heads(house), [0, 0])

    const page = await pageOf(house)
    assert.equal((await scanAtDoor(house, place, reference, said())).kind, 'enter')
    assert.equal(await pageOf(house), page + 1)
    assert.equal((await scanAtDoor(house, place, reference, said())).kind, 'already-in')
    assert.equal(await pageOf(house), page + 1)
  })

  it('leaves the page of the day alone when it lets nobody in', async () => {
    const { house, place } = await aDoor()
    const { reference } = await booked(house)
    house.clock.set('2020-05-11T09:00')
    for (let i = 0; i < 4; i += 1) await countIn(house, place, one, said('pogoda'))
    const page = await pageOf(house)
    assert.equal((await scanAtDoor(house, place, reference, said())).kind, 'full')
    assert.equal(await pageOf(house), page)
    const told = await scanAtDoor(house, place, reference, said('pogoda'))
    assert.deepEqual([told.kind, told.overLimit], ['enter', true])
    assert.equal(await pageOf(house), page + 1)
  })

  it('is exact when two doors and many pressing at once let people in and out', async () => {
    const { house, place, other } = await aDoor()
    house.clock.set('2020-05-11T09:00')
    const pressed = Array.from({ length: 30 }, (_, i) => countIn(house, i % 2 ? place : other, one, said()))
    const answers = await Promise.all(pressed)
    assert.equal(answers.filter(({ kind }) => kind === 'counted-in').length, 4)
    assert.equal(answers.filter(({ kind }) => kind === 'full').length, 26)
    assert.deepEqual(await heads(house), [4, 0])

    await Promise.all(Array.from({ length: 6 }, () => countOut(house, other, one, said())))
    assert.deepEqual(await heads(house), [0, 0])
    const events = await doorEventsOfDay(house.db, key)
    const persons = (kind: string) => events.filter(event => event.kind === kind).reduce((sum, event) => sum + event.persons, 0)
    assert.deepEqual([persons('in'), persons('out')], [4, 4])
  })

  it('lets somebody in above the limit with a reason, in red', async () => {
    const { house, place } = await aDoor()
    house.clock.set('2020-05-11T09:00')
    for (let i = 0; i < 4; i += 1) await countIn(house, place, one, said())
    const told = await countIn(house, place, one, said('zasłabnięcie'))
    assert.deepEqual([told.kind, told.overLimit], ['counted-in', true])

    house.clock.set('2020-05-11T11:10')
    await countOut(house, place, one, said())
    const proof = await proofOfDay(house, 'CA', key.date)
    const building = proof.hours.filter(hour => hour.zoneId === 'building')
    assert.deepEqual(
      building.map(hour => [
        hour.hour,
        hour.mostCounted,
        hour.countedLimit,
        hour.overCounted,
        hour.overrides,
        hour.rule?.legalBasis,
      ]),
      [
        [9, 5, 4, 1, 1, 'Dz.U. 2020 poz. 697 § 13'],
        [10, 5, 4, 1, 0, 'Dz.U. 2020 poz. 697 § 13'],
        [11, 5, 4, 1, 0, 'Dz.U. 2020 poz. 697 § 13'],
      ],
    )
    assert.deepEqual(
      proof.reasons.map(event => [event.kind, event.reason, event.overLimit]),
      [['in', 'zasłabnięcie', true]],
    )
  })

  it('keeps the place of a booked party that is due, and calls it in when a place frees', async () => {
    const { house, place } = await aDoor()
    const { reference } = await booked(house)
    house.clock.set('2020-05-11T09:00')
    for (let i = 0; i < 3; i += 1) await countIn(house, place, one, said())
    const standby = await countIn(house, place, one, said())
    assert.deepEqual([standby.kind, 'kept' in standby && standby.kept], ['full', true])

    await countIn(house, place, one, said('z wózkiem'))
    assert.equal((await scanAtDoor(house, place, reference, said())).kind, 'full')
    const before = await watchDoor(house, place)
    assert.deepEqual([before.next, before.outside.map(each => each.answer.kind)], [undefined, ['full']])
    await countOut(house, place, one, said())
    const after = await watchDoor(house, place)
    assert.deepEqual([after.next?.label, after.standby], [`…${reference.slice(-4)}`, 0])
  })

  it('follows the desks: called into the room, gone when served, back when that is undone', async () => {
    const { house, place } = await aDoor()
    const { reference, number } = await booked(house)
    const visit = { ...key, bookingNumber: number }
    house.clock.set('2020-05-11T09:00')
    await scanAtDoor(house, place, reference, said())
    await callVisit(house, visit, 'desk-1')
    await startServing(house, visit)
    assert.deepEqual(await heads(house), [1, 1])
    await finish(house, visit)
    assert.deepEqual(await heads(house), [0, 0])
    await undo(house, visit)
    assert.deepEqual(await heads(house), [1, 1])
  })

  it('leaves whoever was served in the building where the door counts who goes out', async () => {
    const { house, place } = await aDoor({ countsExits: true })
    const { reference, number } = await booked(house, { party: aParty(2) })
    const visit = { ...key, bookingNumber: number }
    house.clock.set('2020-05-11T09:00')
    await scanAtDoor(house, place, reference, said())
    await callVisit(house, visit, 'desk-1')
    await startServing(house, visit)
    await finish(house, visit)
    assert.deepEqual(await heads(house), [2, 0])
    await undo(house, visit)
    assert.deepEqual(await heads(house), [2, 2])
    await finish(house, visit)
    const told = await leaveByCode(house, place, reference, said())
    assert.deepEqual([told.kind, 'persons' in told && told.persons], ['left', 2])
    assert.deepEqual(await heads(house), [0, 0])
    assert.equal((await leaveByCode(house, place, reference, said())).kind, 'not-in')
  })

  it('counts whoever is called although nobody saw them come, and lets nobody in by check-in while a guard stands there', async () => {
    const { house } = await aDoor()
    const { number } = await booked(house)
    const visit = { ...key, bookingNumber: number }
    house.clock.set('2020-05-11T09:00')
    await checkIn(house, 'CA', number)
    assert.deepEqual(await heads(house), [0, 0])
    await callVisit(house, visit, 'desk-1')
    assert.deepEqual(await heads(house), [1, 1])
  })

  it('lets in whoever was called while outdoors, counts them no second time, and knows them inside afterwards', async () => {
    const { house, place } = await aDoor({ countsExits: true })
    const { number, reference } = await booked(house, { party: aParty(2) })
    house.clock.set('2020-05-11T09:00')
    await checkIn(house, 'CA', number)
    await callVisit(house, { ...key, bookingNumber: number }, 'desk-1')
    assert.deepEqual(await heads(house), [2, 2])

    const told = await scanAtDoor(house, place, reference, said())
    assert.deepEqual([told.kind, 'zoneId' in told && told.zoneId], ['enter', 'hall'])
    assert.deepEqual(await heads(house), [2, 2])
    assert.equal((await scanAtDoor(house, place, reference, said())).kind, 'already-in')

    assert.equal((await leaveByCode(house, place, reference, said())).kind, 'left')
    assert.deepEqual(await heads(house), [0, 0])
    assert.equal((await scanAtDoor(house, place, reference, said())).kind, 'enter')
    assert.deepEqual(await heads(house), [2, 2])
  })

  it('counts nobody who still stands outside once their call is taken back', async () => {
    const { house, place } = await aDoor()
    const [outside, inside] = [await booked(house), await booked(house)]
    house.clock.set('2020-05-11T09:00')
    await checkIn(house, 'CA', outside.number)
    assert.equal((await scanAtDoor(house, place, inside.reference, said())).kind, 'enter')
    for (const { number } of [outside, inside]) {
      await callVisit(house, { ...key, bookingNumber: number }, number === outside.number ? 'desk-1' : 'desk-2')
      await undo(house, { ...key, bookingNumber: number })
    }
    assert.deepEqual(await heads(house), [1, 1])
    assert.equal((await scanAtDoor(house, place, outside.reference, said())).kind, 'enter')
    assert.equal((await scanAtDoor(house, place, inside.reference, said())).kind, 'already-in')
    assert.deepEqual(await heads(house), [2, 2])
  })

  it('forgets whoever was called and never came, unless a guard has seen them', async () => {
    const { house, place } = await aDoor({ countsExits: true })
    const [one, other] = [await booked(house), await booked(house)]
    house.clock.set('2020-05-11T09:00')
    for (const [place, { number }] of [one, other].entries()) {
      await checkIn(house, 'CA', number)
      await callVisit(house, { ...key, bookingNumber: number }, `desk-${place + 1}`)
    }
    assert.equal((await scanAtDoor(house, place, other.reference, said())).kind, 'enter')
    assert.deepEqual(await heads(house), [2, 2])

    for (const { number } of [one, other]) await markNoShow(house, { ...key, bookingNumber: number }, 'called')
    assert.deepEqual(await heads(house), [1, 0])
    assert.equal((await leaveByCode(house, place, other.reference, said())).kind, 'left')
    assert.deepEqual(await heads(house), [0, 0])
  })

  it('counts whoever waits inside out when the day changes and their visit is called off', async () => {
    const { house, place } = await aDoor()
    const { reference, number } = await booked(house)
    house.clock.set('2020-05-11T09:00')
    await scanAtDoor(house, place, reference, said())
    const exceptions = [{ kind: 'office-closed', span: { from: at('9:00'), to: at('16:00') } }] as const
    await publish(house, key, { exceptions, decisions: new Map([[number, { kind: 'call-off' }]]) })
    assert.deepEqual(await heads(house), [0, 0])
  })

  it('gives whoever comes too late a place among those without a booking, if there is one', async () => {
    const { house, place } = await aDoor()
    const { reference, number } = await booked(house)
    house.clock.set('2020-05-11T12:00')
    const told = await scanAtDoor(house, place, reference, said())
    assert.equal((await bookingByNumber(house.db, number))?.status, 'arrived')
    assert.ok(['enter', 'wait-until'].includes(told.kind), told.kind)
  })

  it('lets a walk-in with a ticket in by its code', async () => {
    const { house, place } = await aDoor()
    house.clock.set('2020-05-11T09:00')
    const walkIn = {
      officeId: 'CA',
      serviceId: 'id-card',
      party: aParty(),
      needs: [],
      groups: [],
      channel: 'kiosk',
      language: 'pl',
    } as const
    const admission = await admitWalkIn(house, walkIn)
    assert.ok(admission.kind === 'admitted')
    house.clock.set(
      `2020-05-11T${String(Math.floor(admission.visit.booking.start / 60)).padStart(2, '0')}:${String(admission.visit.booking.start % 60).padStart(2, '0')}`,
    )
    const told = await scanAtDoor(house, place, admission.visit.ticket.code.toLowerCase(), said())
    assert.deepEqual([told.kind, told.label], ['enter', admission.visit.ticket.code])
  })

  it('is corrected by a recount with a reason, and an empty house is empty', async () => {
    const { house, place } = await aDoor()
    const { reference } = await booked(house)
    house.clock.set('2020-05-11T09:00')
    await scanAtDoor(house, place, reference, said())
    await recount(house, place, 'hall', { counted: 2, bodies: 3 }, { ...said(), reason: 'obchód' })
    assert.deepEqual(await heads(house), [3, 3])
    await recount(house, place, 'building', { counted: 0, bodies: 0 }, { ...said(), reason: 'koniec dnia' })
    assert.deepEqual(await heads(house), [0, 0])
    assert.equal((await scanAtDoor(house, place, reference, said())).kind, 'enter')
  })

  it('takes what was done while the network was gone as it was, in the hour in which it was', async () => {
    const { house, place } = await aDoor()
    const { reference } = await booked(house, { start: at('10:00') })
    house.clock.set('2020-05-11T11:30')
    const late = (doneAt: string) => ({ ...said(), doneAt })
    for (let i = 0; i < 5; i += 1) await countIn(house, place, one, late('2020-05-11T07:50:00.000Z'))
    const told = await scanAtDoor(house, place, reference, late('2020-05-11T07:58:00.000Z'))
    assert.equal(told.kind, 'enter')
    assert.deepEqual(await heads(house), [6, 1])
    const proof = await proofOfDay(house, 'CA', key.date)
    const nine = proof.hours.find(hour => hour.zoneId === 'building' && hour.hour === 9)
    assert.deepEqual([nine?.mostCounted, nine?.overCounted], [6, 2])
  })

  it('counts what is told late although a "no" to it was lost on its way, and what was counted only once', async () => {
    const { house, place } = await aDoor()
    house.clock.set('2020-05-11T09:00')
    for (let i = 0; i < 4; i += 1) await countIn(house, place, one, said())
    const press = said()
    assert.equal((await countIn(house, place, one, press)).kind, 'full')
    const told = { ...press, doneAt: '2020-05-11T06:59:00.000Z' }
    for (let i = 0; i < 2; i += 1) assert.equal((await countIn(house, place, one, told)).kind, 'counted-in')
    assert.deepEqual(await heads(house), [5, 0])
  })
})
