import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Knex } from 'knex'
import { cityOf } from '../../../src/repositories/city.ts'
import { migrate, openDatabase } from '../../../src/repositories/database.ts'
import type { House } from '../../../src/use-cases/house.ts'
import { loadCity } from '../../../src/use-cases/manager/load-city.ts'
import { backUp } from '../../../src/use-cases/operator/back-up.ts'
import { restore } from '../../../src/use-cases/operator/restore.ts'
import { verify } from '../../../src/use-cases/operator/verify.ts'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { cancelVisit } from '../../../src/use-cases/resident/cancel-visit.ts'
import { findBooking } from '../../../src/use-cases/resident/find-booking.ts'
import { createFirstAccount } from '../../../src/use-cases/staff/create-first-account.ts'
import { aCity, aDesk, aDeskGroup, aRequest, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { aHouse } from '../../support/house.ts'

const takenAt = '2020-05-04T06:00:00.000Z'
const contact = { language: 'uk', email: 'олена@example.org' } as const

const aSignIn = { token_hash: 'a'.repeat(64), via: 'password', created_at: takenAt, last_seen_at: takenAt }

/** Every way in which a file may be wrong, and what makes it so. */
const damages: Readonly<Record<string, (file: Buffer) => Buffer>> = {
  'was changed': file => relined(file, lines => lines.map(line => line.replace('example.org', 'example.com'))),
  'lacks a row': file => relined(file, lines => lines.filter((_, place) => place !== 3)),
  'lacks its end': file => relined(file, lines => lines.slice(0, -2)),
  'is cut off': file => file.subarray(0, file.length / 2),
  'is none of ours': () => gzipSync('{"hello":"world"}\n'),
  'is not compressed': file => gunzipSync(file),
}

onBothEngines('A backup', (open, engine) => {
  let folder = ''
  let file = ''

  before(() => void (folder = mkdtempSync(path.join(tmpdir(), 'okienko-backup-'))))
  beforeEach(() => void (file = path.join(folder, `${Math.random()}.gz`)))
  after(() => rmSync(folder, { recursive: true }))

  /** Two bookings, one of them cancelled, and an account. */
  async function aLivedInHouse() {
    const house = await aHouse(await open())
    const booking = await bookVisit(house, aRequest(), contact)
    const { reference } = await bookVisit(house, aRequest({ start: at('10:00') }), contact)
    await cancelVisit(house, reference)
    await createFirstAccount(house)
    return { house, booking }
  }

  it('holds every row, and makes another database the same', async () => {
    const { house, booking } = await aLivedInHouse()
    const other = { ...house, db: await open() }

    const written = await backUp(house.db, file, takenAt)
    const restored = await restore(other, file)

    assert.deepEqual([restored.rows, restored.takenAt], [written.rows, takenAt])
    assert.deepEqual(await everyRow(other.db), await everyRow(house.db))
    assert.equal((await findBooking(other, booking.reference))?.contact.email, contact.email)
    assert.deepEqual(await violations(other), [])
    assert.equal(statSync(file).mode & 0o777, 0o600)
  })

  it('never gives a number a second time', async () => {
    const { house } = await aLivedInHouse()
    const last = await bookVisit(house, aRequest({ start: at('11:00') }), { language: 'pl' })
    await house.db('desk_ticks').where({ booking_number: last.number }).update({ booking_number: null })
    await house.db('bookings').where({ number: last.number }).delete()
    await backUp(house.db, file, takenAt)
    const other = { ...house, db: await open() }
    await restore(other, file)

    const next = await bookVisit(other, aRequest({ start: at('11:00') }), { language: 'pl' })

    assert.equal(next.number, last.number + 1)
  })

  it('is of one moment, however much is booked meanwhile', async function () {
    this.timeout(60_000)
    const desks = Array.from({ length: 12 }, (_, i) => aDesk({ id: `desk-${i}`, label: String(i) }))
    const house = await aHouse(await open(), aCity({ desks, deskGroups: [aDeskGroup({ slotEveryMinutes: 5 })] }))
    const booked: string[] = []
    const book = async (start: number) => {
      booked.push((await bookVisit(house, aRequest({ start }), { language: 'pl' })).reference)
    }
    const before = Array.from({ length: 20 }, (_, i) => at('8:00') + 5 * i)
    for (const start of before) await book(start)

    const storm = Promise.all(Array.from({ length: 60 }, (_, i) => book(at('10:00') + 5 * i)))
    await backUp(house.db, file, takenAt)
    await storm

    const other = { ...house, db: await open() }
    await restore(other, file)
    assert.deepEqual(await violations(other), [])
    for (const reference of booked.slice(0, before.length)) assert.ok(await findBooking(other, reference))
    assert.deepEqual(await violations(house), [])
  })

  it('does not go over bookings unless that is wished', async () => {
    const { house } = await aLivedInHouse()
    await backUp(house.db, file, takenAt)
    const before = await everyRow(house.db)

    await assert.rejects(restore(house, file), { name: 'BookingsInTheWay', bookings: 2 })
    assert.deepEqual(await everyRow(house.db), before)
  })

  it('takes back what came after it, from memory too', async () => {
    const { house } = await aLivedInHouse()
    await backUp(house.db, file, takenAt)
    const places = ['9:00', '12:00', '12:00']
    for (const place of places) await bookVisit(house, aRequest({ start: at(place) }), { language: 'pl' })
    await loadCity(house, aCity({ desks: [aDesk({ id: 'desk-9' })] }))

    await restore(house, file, { replace: true })

    assert.equal((await cityOf(house.db)).desks.length, 2)
    assert.ok((await cityOf(house.db)).version > 2, 'a version that was given must not be given again')
    for (const place of places) await bookVisit(house, aRequest({ start: at(place) }), { language: 'pl' })
    assert.deepEqual(await violations(house), [])
  })

  it('holds days to the same city as before, under its new version', async () => {
    const { house } = await aLivedInHouse()
    await backUp(house.db, file, takenAt)
    await restore(house, file, { replace: true })

    const { version } = await cityOf(house.db)
    assert.deepEqual(await house.db('day_sheets').distinct('city_version'), [{ city_version: version }])
    assert.deepEqual(await violations(house), [])
  })

  it('signs everybody out', async () => {
    const { house } = await aLivedInHouse()
    const [account] = (await house.db('staff').select('number')) as { number: number }[]
    await house.db('staff_sign_ins').insert({ ...aSignIn, staff_number: account?.number })
    await backUp(house.db, file, takenAt)

    await restore(house, file, { replace: true })

    assert.deepEqual(await house.db('staff_sign_ins'), [])
  })

  for (const [fault, damaged] of Object.entries(damages)) {
    it(`changes nothing where the file ${fault}`, async () => {
      const { house } = await aLivedInHouse()
      await backUp(house.db, file, takenAt)
      writeFileSync(file, damaged(readFileSync(file)))
      const before = await everyRow(house.db)

      await assert.rejects(restore(house, file, { replace: true }), { name: 'BackupUnreadable' })
      assert.deepEqual(await everyRow(house.db), before)
    })
  }

  it('stops when it is told to, and leaves nothing half done', async () => {
    const { house } = await aLivedInHouse()
    const told = AbortSignal.abort()

    // The draft may be opened before, while or after it is told: now and then each happens.
    for (let again = 0; again < 30; again += 1) {
      await assert.rejects(backUp(house.db, file, takenAt, { stop: told }), { name: 'AbortError' })
      assert.deepEqual([existsSync(file), existsSync(`${file}.part`)], [false, false])
    }

    await backUp(house.db, file, takenAt)
    const before = await everyRow(house.db)
    await assert.rejects(restore(house, file, { replace: true, stop: told }), { name: 'AbortError' })
    assert.deepEqual(await everyRow(house.db), before)
  })

  it('of an older program is brought up to this one', async () => {
    const { house, booking } = await aLivedInHouse()
    await house.db.migrate.down()
    await backUp(house.db, file, takenAt)
    const other = { ...house, db: await open() }

    await restore(other, file)

    assert.deepEqual((await other.db.migrate.list())[1], [])
    assert.ok(await findBooking(other, booking.reference))
  })

  it('is refused of a database that holds nothing of ours', async () => {
    const empty = openDatabase(engine.name === 'SQLite' ? `file:${folder}/empty.sqlite3` : await engine.freshUrl())
    if (engine.name === 'PostgreSQL') await empty.migrate.rollback(undefined, true)
    if (engine.name === 'PostgreSQL') await empty.schema.dropTable('knex_migrations')
    await empty.raw('SELECT 1')
    await assert.rejects(backUp(empty, file, takenAt), { name: 'DatabaseUnfit' })
    await empty.destroy()
  })

  if (engine.name === 'PostgreSQL') {
    it('moves a city from one engine to the other and back', async () => {
      const { house } = await aLivedInHouse()
      const sqlite = openDatabase(`file:${folder}/moved.sqlite3`)
      await migrate(sqlite)
      await backUp(house.db, file, takenAt)
      await restore({ ...house, db: sqlite }, file)
      await backUp(sqlite, `${file}.back`, takenAt)
      await sqlite.destroy()
      const back = { ...house, db: await open() }
      await restore(back, `${file}.back`)

      assert.deepEqual(await everyRow(back.db), await everyRow(house.db))
      assert.deepEqual(await violations(back), [])
    })
  }
})

function relined(file: Buffer, change: (lines: string[]) => string[]): Buffer {
  return gzipSync(change(gunzipSync(file).toString().split('\n')).join('\n'))
}

/** What both databases must hold alike: everything but marks, which are new after each restore. */
async function everyRow(db: Knex): Promise<unknown> {
  const tables = [
    'city_versions',
    'offices',
    'desks',
    'services',
    'bookings',
    'zone_ticks',
    'desk_ticks',
    'outbox',
    'staff',
    'audit_log',
  ]
  const all: unknown[] = []
  for (const table of tables) {
    const rows = (await db(table)) as Record<string, unknown>[]
    const plain = rows.map(row => JSON.stringify({ ...row, must_change_password: Boolean(row['must_change_password']) }))
    all.push([table, plain.sort()])
  }
  return all
}

async function violations(house: House): Promise<unknown[]> {
  const found: unknown[] = []
  for await (const violation of verify(house)) found.push(violation)
  return found
}
