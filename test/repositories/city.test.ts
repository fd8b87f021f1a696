import assert from 'node:assert/strict'
import { cityOf, cityVersionOf, findCity, NoCity, saveCity } from '../../src/repositories/city.ts'
import { aCity, anOffice, aService } from '../support/builders.ts'
import { onBothEngines } from '../support/database.ts'

const loadedAt = '2020-05-11T05:55:00.000Z'

onBothEngines('The city in the database', open => {
  it('is not there before a load', async () => {
    const db = await open()
    assert.equal(await findCity(db), undefined)
    assert.equal(await cityVersionOf(db), undefined)
    await assert.rejects(cityOf(db), NoCity)
  })

  it('is read as it was saved', async () => {
    const db = await open()
    const city = aCity({ version: 1 })
    await db.transaction(trx => saveCity(trx, city, loadedAt))
    assert.deepEqual(await cityOf(db), stored(city))
  })

  it('is read once a version, inside a transaction too', async () => {
    const db = await open()
    await db.transaction(trx => saveCity(trx, aCity({ version: 1 }), loadedAt))
    const city = await cityOf(db)
    assert.equal(await cityOf(db), city)
    await db.transaction(async trx => assert.equal(await cityOf(trx), city))
  })

  it('costs one query once it is known, and none if the version is handed in', async () => {
    const db = await open()
    await db.transaction(trx => saveCity(trx, aCity({ version: 1 }), loadedAt))
    const city = await cityOf(db)
    const version = await cityVersionOf(db)
    let queries = 0
    db.on('query', () => (queries += 1))
    assert.equal(await cityOf(db), city)
    assert.equal(queries, 1)
    assert.equal(await cityOf(db, version), city)
    assert.equal(queries, 1)
  })

  it('is another one after a load, and keeps what bookings may refer to', async () => {
    const db = await open()
    await db.transaction(trx => saveCity(trx, aCity({ version: 1 }), loadedAt))
    const service = aService({ id: 'other', number: 2 })
    await db.transaction(trx => saveCity(trx, aCity({ version: 2, services: [service] }), loadedAt))

    assert.deepEqual((await cityOf(db)).services, stored([service]))
    const [first] = aCity().services
    const kept = (await db('services').where({ id: first?.id }).first('retired_in')) as { retired_in: number }
    assert.equal(kept.retired_in, 2)
  })

  it('takes a retired record back', async () => {
    const db = await open()
    const city = aCity({ version: 1 })
    await db.transaction(trx => saveCity(trx, city, loadedAt))
    await db.transaction(trx => saveCity(trx, aCity({ version: 2, services: [] }), loadedAt))
    await db.transaction(trx => saveCity(trx, aCity({ version: 3 }), loadedAt))
    assert.deepEqual((await cityOf(db)).services, stored(city.services))
  })

  it('refuses two offices of one number', async () => {
    const db = await open()
    const city = aCity({ version: 1, offices: [anOffice(), anOffice({ id: 'CB' })] })
    await assert.rejects(db.transaction(trx => saveCity(trx, city, loadedAt)))
    assert.equal(await findCity(db), undefined)
  })

  it('is not stored if it would not be read back as it was', async () => {
    const db = await open()
    const [desk] = aCity().desks
    assert.ok(desk)
    const city = aCity({ version: 1, desks: [desk, { ...desk, label: 'another' }] })
    await assert.rejects(db.transaction(trx => saveCity(trx, city, loadedAt)))
    assert.equal(await findCity(db), undefined)
  })

  it('is not believed once somebody has changed it by hand', async () => {
    const db = await open()
    const city = aCity({ version: 1, organisation: { ...aCity().organisation, phone: '111' } })
    await db.transaction(trx => saveCity(trx, city, loadedAt))
    await db('offices').update({ record: '{}' })
    await assert.rejects(cityOf(db), /fingerprint/)
  })
})

/** A value as JSON keeps it: fields that are undefined are gone. */
function stored<Value>(value: Value): unknown {
  return JSON.parse(JSON.stringify(value))
}
