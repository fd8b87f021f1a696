import assert from 'node:assert/strict'
import type { Knex } from 'knex'
import { auditEntries, insertAuditNote } from '../../../src/repositories/audit-log.ts'
import { addStaff } from '../../../src/use-cases/staff/add-staff.ts'
import { changeRoles } from '../../../src/use-cases/staff/change-roles.ts'
import { clearSignIns } from '../../../src/use-cases/staff/clear-sign-ins.ts'
import { createFirstAccount } from '../../../src/use-cases/staff/create-first-account.ts'
import { disableStaff } from '../../../src/use-cases/staff/disable-staff.ts'
import { enableStaff } from '../../../src/use-cases/staff/enable-staff.ts'
import { AccountRefused, SignInRefused, TooManyTries } from '../../../src/use-cases/staff/errors.ts'
import { listStaff } from '../../../src/use-cases/staff/list-staff.ts'
import { noteInAuditLog } from '../../../src/use-cases/staff/note-in-audit-log.ts'
import { readAuditLog } from '../../../src/use-cases/staff/read-audit-log.ts'
import { resetPassword } from '../../../src/use-cases/staff/reset-password.ts'
import { seal, unseal } from '../../../src/use-cases/staff/sealed.ts'
import { signIn } from '../../../src/use-cases/staff/sign-in.ts'
import { aCity, anOffice } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { aHouse, type TestHouse } from '../../support/house.ts'

onBothEngines('Accounts of staff', open => {
  let db: Knex
  let house: TestHouse
  beforeEach(async () => {
    db = await open()
    house = await aHouse(db, aCity({ offices: [anOffice(), anOffice({ id: 'CB', number: 2 })] }))
  })

  const clerk = { role: 'clerk', officeId: 'CA' } as const
  const refusedFor = (fault: string) => (error: unknown) => error instanceof AccountRefused && error.fault === fault
  const tryIn = (name: string, password: string, address = '192.0.2.1') => signIn(house, { name, password, address })

  it('begin with one that is made once, however many processes start', async () => {
    const made = await Promise.all([createFirstAccount(house), createFirstAccount(house), createFirstAccount(house)])
    const firsts = made.filter(each => each !== undefined)
    assert.equal(firsts.length, 1)
    assert.equal(await createFirstAccount(house), undefined)
    const [account] = await listStaff(house)
    assert.deepEqual([account?.name, account?.mustChangePassword], ['admin', true])
    assert.ok(await tryIn('admin', firsts[0]?.password ?? ''))
  })

  it('are refused with a name that is taken, without a role, or for an office that is none', async () => {
    await addStaff(house, { name: 'anna', roles: [clerk] })
    await assert.rejects(addStaff(house, { name: 'ANNA', roles: [clerk] }), refusedFor('name-taken'))
    await assert.rejects(addStaff(house, { name: 'ąę', roles: [clerk] }), refusedFor('name'))
    await assert.rejects(addStaff(house, { name: 'jan', roles: [] }), refusedFor('no-role'))
    await assert.rejects(addStaff(house, { name: 'jan', roles: [{ role: 'clerk', officeId: 'XX' }] }), refusedFor('office'))
    await assert.rejects(addStaff(house, { name: 'jan', roles: [{ ...clerk, departmentId: 'x' }] }), refusedFor('department'))
    await assert.rejects(
      addStaff(house, { name: 'jan', roles: [{ role: 'admin', officeId: 'CA' }] }),
      refusedFor('admin-everywhere'),
    )
    assert.equal((await listStaff(house)).length, 1)
  })

  it('keep one administrator at least, and nobody stops themselves', async () => {
    const first = await addStaff(house, { name: 'first', roles: [{ role: 'admin' }] })
    await assert.rejects(disableStaff(house, 'first'), refusedFor('last-admin'))
    await assert.rejects(changeRoles(house, first.number, [clerk]), refusedFor('last-admin'))
    const second = await addStaff(house, { name: 'second', roles: [{ role: 'admin' }] })
    await assert.rejects(disableStaff(house, second.number, second.number), refusedFor('own-account'))
    await disableStaff(house, 'first', second.number)
    const accounts = await listStaff(house)
    assert.deepEqual(
      accounts.map(({ name, disabledAt }) => [name, disabledAt !== undefined]),
      [
        ['first', true],
        ['second', false],
      ],
    )
  })

  it('sign in no more once they are disabled, and again once they are enabled', async () => {
    const { password } = await addStaff(house, { name: 'anna', roles: [clerk] })
    await disableStaff(house, 'anna')
    await assert.rejects(tryIn('anna', password), SignInRefused)
    await enableStaff(house, 'anna')
    assert.ok(await tryIn('anna', password))
  })

  it('wait longer after each wrong password, known or not, and over a restart', async () => {
    const { password } = await addStaff(house, { name: 'anna', roles: [clerk] })
    for (const name of ['anna', 'nobody']) {
      for (let tries = 0; tries < 5; tries += 1) await assert.rejects(tryIn(name, 'wrong'), SignInRefused)
      await assert.rejects(tryIn(name, password), (error: unknown) => error instanceof TooManyTries && error.seconds === 15)
    }
    house.clock.passMinutes(0.25)
    await assert.rejects(tryIn('anna', 'wrong'), SignInRefused)
    await assert.rejects(tryIn('anna', password), (error: unknown) => error instanceof TooManyTries && error.seconds === 30)
    house.clock.passMinutes(0.5)
    assert.ok(await tryIn('anna', password))
    await assert.rejects(tryIn('anna', 'wrong'), SignInRefused) // a good one forgets the bad ones
    assert.ok(await tryIn('anna', password))
  })

  it('count tries that are made at the same moment', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => tryIn('anna', 'guess')))
    const refused = outcomes.filter(each => each.status === 'rejected' && each.reason instanceof SignInRefused)
    assert.equal(refused.length, 5)
  })

  it('count tries of one address over many names', async () => {
    for (let tries = 0; tries < 30; tries += 1) await assert.rejects(tryIn(`name${tries}`, 'x'), SignInRefused)
    await assert.rejects(tryIn('another', 'x'), TooManyTries)
    await assert.rejects(tryIn('another', 'x', '192.0.2.2'), SignInRefused)
  })

  it('are open again after a new password, and the old one is gone', async () => {
    const before = await addStaff(house, { name: 'anna', roles: [clerk] })
    for (let tries = 0; tries < 5; tries += 1) await assert.rejects(tryIn('anna', 'wrong'), SignInRefused)
    const after = await resetPassword(house, 'anna')
    await assert.rejects(tryIn('anna', before.password), SignInRefused)
    assert.ok(await tryIn('anna', after.password))
  })

  it('leave no trace of sign-ins and tries after two days', async () => {
    const { password } = await addStaff(house, { name: 'anna', roles: [clerk] })
    await tryIn('anna', password)
    await assert.rejects(tryIn('anna', 'wrong'), SignInRefused)
    assert.equal(await clearSignIns(house), 0)
    house.clock.passMinutes(2 * 24 * 60)
    assert.equal(await clearSignIns(house), 3)
  })
})

onBothEngines('The audit log', open => {
  let db: Knex
  let house: TestHouse
  before(async () => {
    db = await open()
    house = await aHouse(db, aCity({ offices: [anOffice(), anOffice({ id: 'CB', number: 2 })] }))
    for (const officeId of ['CA', 'CB']) {
      await noteInAuditLog(house, db, { action: 'change-day', officeId, date: '2020-05-11', details: { reason: 'choroba' } })
    }
    for (let count = 0; count < 5; count += 1) await noteInAuditLog(house, db, { action: 'sign-out' })
  })

  it('is never changed, shortened or emptied, whoever asks', async () => {
    const before = await auditEntries(db, {}, 100)
    await assert.rejects(async () => db('audit_log').update({ action: 'nothing' }), /never changed/)
    await assert.rejects(async () => db('audit_log').where({ number: 1 }).delete(), /never changed/)
    await assert.rejects(async () => db('audit_log').truncate(), /never changed/)
    assert.deepEqual(await auditEntries(db, {}, 100), before)
  })

  it('takes no whole reference', async () => {
    await assert.rejects(insertAuditNote(db, { at: house.clock.instant(), action: 'x', about: '7K2M9QXD' }))
  })

  it('shows a manager what was done in their offices, page by page', async () => {
    const manager = { number: 1, name: 'm', initials: 'M', roles: [{ role: 'manager' as const, officeId: 'CB' }] }
    const theirs = await readAuditLog(house, manager, {})
    assert.deepEqual(
      theirs.entries.map(entry => entry.officeId),
      ['CB'],
    )
    assert.deepEqual((await readAuditLog(house, manager, { officeId: 'CA' })).entries, [])
    assert.deepEqual((await readAuditLog(house, { ...manager, roles: [{ role: 'clerk' }] }, {})).entries, [])

    const all = { ...manager, roles: [{ role: 'manager' as const }] }
    const first = await readAuditLog(house, all, {}, 4)
    assert.equal(first.entries.length, 4)
    const second = await readAuditLog(house, all, { before: first.next ?? 0 }, 4)
    assert.deepEqual([second.entries.length, second.next], [3, undefined])
    assert.equal(new Set([...first.entries, ...second.entries].map(entry => entry.number)).size, 7)
    assert.equal((await readAuditLog(house, all, { date: '2020-05-11', officeId: 'CA' })).entries.length, 1)
  })
})

describe('What is sealed', () => {
  const random = (count: number) => new Uint8Array(count).fill(7)

  it('opens with its key, for its purpose, and unharmed', () => {
    const sealed = seal(random, 'key', 'totp 1', 'text')
    assert.equal(unseal('key', 'totp 1', sealed), 'text')
    assert.equal(unseal('other', 'totp 1', sealed), undefined)
    assert.equal(unseal('key', 'totp 2', sealed), undefined)
    assert.equal(unseal('key', 'totp 1', `${sealed.slice(0, -3)}AAA`), undefined)
    assert.equal(unseal('key', 'totp 1', ''), undefined)
  })
})
