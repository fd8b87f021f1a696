import assert from 'node:assert/strict'
import type { Knex } from 'knex'
import { readCityFolder } from '../../../src/city-folder/read-city-folder.ts'
import { cityOf, cityVersionOf } from '../../../src/repositories/city.ts'
import { handClock } from '../../../src/time.ts'
import type { House } from '../../../src/use-cases/house.ts'
import { loadCity, RecordsMoved } from '../../../src/use-cases/manager/load-city.ts'
import { aBuilding, aCity, aHall, aDesk, anOffice, aService } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'

onBothEngines('Loading a city', open => {
  it('puts the first city in force as version 1', async () => {
    const house = houseOn(await open())
    const load = await loadCity(house, aCity({ version: 0 }))
    assert.equal(load.version, 1)
    assert.deepEqual(load.changes.find(({ subject }) => subject === 'desks')?.added, ['desk-1', 'desk-2'])
    assert.equal((await cityOf(house.db)).version, 1)
  })

  it('changes nothing the second time', async () => {
    const house = houseOn(await open())
    await loadCity(house, aCity())
    const version = await cityVersionOf(house.db)
    assert.deepEqual(await loadCity(house, aCity()), { version: 1, changes: [], relaidDays: 0 })
    assert.deepEqual(await cityVersionOf(house.db), version)
  })

  it('says what it adds, changes, retires and puts in another order', async () => {
    const house = houseOn(await open())
    const [first, second, third] = [1, 2, 3].map(number => aService({ id: `s${number}`, number })) as [Matter, Matter, Matter]
    await loadCity(house, aCity({ services: [first, second] }))
    const load = await loadCity(house, aCity({ services: [third, { ...second, durationMinutes: 45 }] }))
    assert.deepEqual(load.changes, [{ subject: 'services', added: ['s3'], changed: ['s2'], retired: ['s1'], reordered: false }])
    const turned = await loadCity(house, aCity({ services: [{ ...second, durationMinutes: 45 }, third] }))
    assert.deepEqual(turned.changes, [{ subject: 'services', added: [], changed: [], retired: [], reordered: true }])
  })

  it('does nothing in a dry run but say what it would', async () => {
    const house = houseOn(await open())
    await loadCity(house, aCity())
    const load = await loadCity(house, aCity({ desks: [aDesk({ id: 'desk-1', label: '9' })] }), { dryRun: true })
    assert.deepEqual(load.changes, [{ subject: 'desks', added: [], changed: ['desk-1'], retired: ['desk-2'], reordered: false }])
    assert.equal((await cityOf(house.db)).version, 1)
  })

  it('refuses to give an office another number, or a number a second time, even that of a retired one', async () => {
    const house = houseOn(await open())
    await loadCity(house, aCity({ services: [aService({ id: 'old', number: 1 }), aService({ id: 'kept', number: 2 })] }))
    await loadCity(house, aCity({ services: [aService({ id: 'kept', number: 2 })] }))
    await assert.rejects(loadCity(house, aCity({ services: [aService({ id: 'new', number: 1 })] })), RecordsMoved)
    await assert.rejects(loadCity(house, aCity({ offices: [anOffice({ number: 9 })] })), RecordsMoved)
    assert.equal((await cityOf(house.db)).version, 2)
  })

  it('refuses to take a desk or a zone to another office, even a retired one', async () => {
    const house = houseOn(await open())
    const [hall, lobby] = [aHall({ id: 'new-hall', officeId: 'NB' }), aHall({ id: 'lobby' })]
    const both = { offices: [anOffice(), anOffice({ id: 'NB', number: 2 })], zones: [aBuilding(), aHall(), lobby, hall] }
    await loadCity(house, aCity({ ...both, desks: [aDesk(), aDesk({ id: 'desk-2' })] }))
    await loadCity(house, aCity({ ...both, zones: [aBuilding(), aHall(), hall], desks: [aDesk()] }))
    const [desks, zones] = [[aDesk({ id: 'desk-2', officeId: 'NB' })], [...both.zones.slice(0, 2), { ...lobby, officeId: 'NB' }]]
    await assert.rejects(loadCity(house, aCity({ ...both, zones, desks })), {
      faults: [
        'zone lobby belongs to office CA; one at NB needs an id of its own',
        'desk desk-2 belongs to office CA; one at NB needs an id of its own',
      ],
    })
    assert.equal((await cityOf(house.db)).version, 2)
  })

  it('is done once where several processes begin it at once', async () => {
    const house = houseOn(await open())
    const loads = await Promise.all(Array.from({ length: 4 }, () => loadCity(house, aCity())))
    assert.deepEqual(
      loads.map(({ version }) => version),
      [1, 1, 1, 1],
    )
    assert.equal(loads.filter(({ changes }) => changes.length > 0).length, 1)
  })

  it('takes the sample city, and reads it back as its files say', async () => {
    const reading = readCityFolder('db/seeds/krakow')
    assert.ok('city' in reading)
    const house = houseOn(await open())
    await loadCity(house, reading.city)
    assert.deepEqual(
      JSON.parse(JSON.stringify(await cityOf(house.db))),
      JSON.parse(JSON.stringify({ ...reading.city, version: 1 })),
    )
    assert.deepEqual((await loadCity(house, reading.city)).changes, [])
  })
})

type Matter = ReturnType<typeof aService>

function houseOn(db: Knex): House {
  return { db, clock: handClock('2020-05-11T07:55', 'Europe/Warsaw'), random: count => new Uint8Array(count) }
}
