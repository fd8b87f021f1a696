import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Knex } from 'knex'
import { onBothEngines } from '../../support/database.ts'
import { signedInAs } from '../../support/signed-in.ts'
import { aWeb, type TestWeb } from '../../support/web.ts'

const forms = [
  ['/sign-in', ['name', 'password']],
  ['/sign-in/code', ['code']],
  ['/account/password', ['old', 'wanted', 'again']],
  ['/account/authenticator', ['offer', 'code']],
  ['/manage/staff', ['name', 'held', 'role', 'office', 'department']],
  ['/manage/staff/1/roles', ['held', 'role', 'office', 'department']],
] as const

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    '\u0000',
    'admin',
    'clerk',
    'clerk|CA|',
    'admin|CA|x',
    '||',
    'CA',
    '%',
    "'; --",
    '9'.repeat(30),
    'ą'.repeat(2000),
  ),
)

onBothEngines('Nonsense from staff pages', open => {
  let db: Knex
  let web: TestWeb
  before(async () => {
    db = await open()
    web = await aWeb(db)
  })

  for (const [path, fields] of forms) {
    it(`in the form of ${path} gets a clear answer and changes no role`, async function () {
      this.timeout(60_000)
      const body = fc.uniqueArray(fc.tuple(fc.constantFrom(...fields, '__proto__'), text), {
        maxLength: 6,
        selector: ([name]) => name,
      })
      const admin = await signedInAs(web.house, { role: 'admin' })
      await fc.assert(
        fc.asyncProperty(body, async pairs => {
          const sent = new URLSearchParams([...pairs, ...pairs.slice(0, 1)]).toString()
          const answer = await web.post(path).set('Cookie', admin.cookie).type('form').send(sent)
          assert.ok(answer.status < 500, `${answer.status} for ${sent}`)
        }),
        { numRuns: 25 },
      )
      assert.ok(await db('staff_roles').where({ staff_number: admin.number, role: 'admin' }).first())
    })
  }

  it('in an address gets a clear answer', async () => {
    const manager = await signedInAs(web.house, { role: 'manager' })
    const admin = await signedInAs(web.house, { role: 'admin' })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('office', 'date', 'written', 'action', 'before', 'next', 'lang'),
        text,
        async (name, value) => {
          const query = new URLSearchParams([[name, value]]).toString()
          for (const path of ['/manage/audit-log', '/sign-in', '/account', '/account/authenticator']) {
            const answer = await web.get(`${path}?${query}`).set('Cookie', manager.cookie)
            assert.ok(answer.status < 500, `${answer.status} for ${path}?${query}`)
          }
        },
      ),
      { numRuns: 40 },
    )
    for (const date of ['0000-01-01', '9999-12-31', '2020-02-30']) {
      await web.get(`/manage/audit-log?date=${date}&written=${date}`).set('Cookie', manager.cookie).expect(200)
    }
    for (const number of ['0', '-1', '1e3', '99999999999', '%00', 'x', '1.5']) {
      await web.get(`/manage/staff/${number}`).set('Cookie', admin.cookie).expect(404)
    }
  })

  it('in a cookie is nobody’s', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 80 }), async value => {
        const cookie = `okienko_staff=${encodeURIComponent(value)}`
        assert.equal((await web.get('/manage').set('Cookie', cookie)).status, 303)
      }),
      { numRuns: 30 },
    )
  })
})
