import assert from 'node:assert/strict'
import type { Knex } from 'knex'
import { takePrintJob } from '../../../src/repositories/print-jobs.ts'
import { addDevice } from '../../../src/use-cases/entrance/add-device.ts'
import { proofOfDay } from '../../../src/use-cases/entrance/proof-of-day.ts'
import { leaveByCode } from '../../../src/use-cases/entrance/leave-by-code.ts'
import { scanAtDoor } from '../../../src/use-cases/entrance/scan-at-door.ts'
import { forget } from '../../../src/use-cases/operator/forget.ts'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { aBuilding, aCity, aHall, aParty, aRequest, aRule } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { aHouse } from '../../support/house.ts'
import { signedInAs } from '../../support/signed-in.ts'

const key = { officeId: 'CA', date: '2020-05-11' }
const city = aCity({ zones: [aBuilding(), aHall()], rules: [aRule({ kind: 'absolute-cap', persons: 2 }, { id: 'house' })] })

/** Everything that stands in the tables that doors, devices and desks write to, as one text. */
async function allOf(db: Knex): Promise<string> {
  const tables = [
    'door_events',
    'door_parties',
    'door_days',
    'devices',
    'device_codes',
    'visit_steps',
    'tickets',
    'audit_log',
    'outbox',
  ]
  return JSON.stringify(await Promise.all(tables.map(table => db(table))))
}

onBothEngines('What a door keeps', open => {
  let serial = 0
  const said = () => ({ eventId: `event-${(serial += 1)}` })

  async function aDoor() {
    const house = await aHouse(await open(), city)
    const { number } = await signedInAs(house, { role: 'manager' })
    const asked = { officeId: 'CA', kind: 'guard', name: 'Telefon', entrance: '', countsExits: true } as const
    const { device } = await addDevice(house, asked, number)
    const book = (start: number, persons = 1) => bookVisit(house, aRequest({ start, party: aParty(persons) }), { language: 'pl' })
    return { house, place: device, book }
  }

  it('is the code of a link that was scanned, never its key', async () => {
    const { house, place, book } = await aDoor()
    const [first, second] = [await book(540, 2), await book(560)]
    house.clock.set('2020-05-11T08:00')
    const link = (reference: string) => `https://okienko.example/bookings/${reference}?key=SecretThatOpens`
    const early = await scanAtDoor(house, place, link(first.reference), said())
    assert.deepEqual([early.kind, early.again], ['wait-until', first.reference])

    house.clock.set('2020-05-11T09:00')
    await scanAtDoor(house, place, link(first.reference), said())
    house.clock.set('2020-05-11T09:20')
    const full = await scanAtDoor(house, place, `${second.reference.toLowerCase()}?key=SecretThatOpens`, said())
    assert.deepEqual([full.kind, full.again], ['full', second.reference])
    await scanAtDoor(house, place, 'https://okienko.example/elsewhere?key=SecretThatOpens', said())
    await leaveByCode(house, place, link(first.reference), said())
    const kept = await allOf(house.db)
    assert.ok(kept.includes(second.reference))
    assert.ok(!/secretthatopens|key=/iu.test(kept), kept)
  })

  it('is forgotten with its day, with the days of retention, and the proof after two years', async () => {
    const { house, place, book } = await aDoor()
    const { reference, number } = await book(540, 2)
    const { reference: other } = await book(560)
    house.clock.set('2020-05-11T09:00')
    for (const code of [reference, other, reference]) await scanAtDoor(house, place, code, said())
    assert.equal((await house.db('door_parties')).length, 2)

    const sameDay = await forget(house)
    assert.deepEqual([sameDay['answers'], sameDay['parties'], sameDay['codes']], [0, 0, 1])
    assert.ok((await allOf(house.db)).includes(other))
    house.clock.set('2020-05-12T00:01')
    const dayAfter = await forget(house)
    assert.deepEqual([dayAfter['answers'], dayAfter['parties'], dayAfter['visits']], [3, 2, 0])
    assert.ok(!JSON.stringify(await house.db('door_events')).includes(other))
    assert.equal((await forget(house))['answers'], 0)
    assert.equal((await house.db('door_events').where({ booking_number: number })).length, 2)

    house.clock.set('2020-06-11T09:00')
    assert.equal((await forget(house))['visits'], 3)
    const proof = await proofOfDay(house, 'CA', key.date)
    assert.equal(proof.hours.find(({ zoneId }) => zoneId === 'building')?.mostCounted, 2)

    house.clock.set('2022-05-12T09:00')
    assert.equal((await forget(house))['doorDays'], 0)
    house.clock.set('2022-05-13T09:00')
    assert.equal((await forget(house))['doorDays'], 1)
    for (const table of ['door_days', 'door_events', 'head_counts', 'hourly_maxima'])
      assert.deepEqual(await house.db(table), [], table)
  })

  it('is what was printed, for the days of retention', async () => {
    const { house } = await aDoor()
    await takePrintJob(house.db, { id: 'ticket 1', officeId: 'CA', kind: 'ticket', bookingNumber: 1 }, '2020-05-11T07:00:00.000Z')
    house.clock.set('2020-06-10T09:00')
    assert.equal((await forget(house))['slips'], 0)
    house.clock.set('2020-06-10T09:01')
    assert.equal((await forget(house))['slips'], 1)
    assert.deepEqual(await house.db('print_jobs'), [])
  })
})
