import assert from 'node:assert/strict'
import type { Knex } from 'knex'
import request from 'supertest'
import { languages } from '../../../src/domain/city.ts'
import { auditEntries } from '../../../src/repositories/audit-log.ts'
import { addStaff } from '../../../src/use-cases/staff/add-staff.ts'
import { disableStaff } from '../../../src/use-cases/staff/disable-staff.ts'
import { enableStaff } from '../../../src/use-cases/staff/enable-staff.ts'
import { totpCode, totpStep } from '../../../src/use-cases/staff/totp.ts'
import { onBothEngines } from '../../support/database.ts'
import { signedInAs } from '../../support/signed-in.ts'
import { aWeb, type TestWeb } from '../../support/web.ts'

const ownPassword = 'cztery zwykłe słowa razem'

onBothEngines('Signing in', open => {
  let db: Knex
  let web: TestWeb
  before(async () => {
    db = await open()
    web = await aWeb(db)
  })

  it('takes a clerk from the first password to a password of their own, and out again', async () => {
    const { name, password } = await addStaff(web.house, { name: 'anna.nowak', roles: [{ role: 'clerk', officeId: 'CA' }] })
    const browser = request.agent(web.app)
    await browser.get('/account').expect(303).expect('location', '/sign-in?next=%2Faccount')

    const first = await browser.post('/sign-in?next=%2Faccount').type('form').send({ name, password }).expect(303)
    assert.equal(first.headers['location'], '/account/password?next=%2Faccount')
    await browser.get('/account').expect(303).expect('location', '/account/password?next=%2Faccount')

    const form = { old: password, wanted: ownPassword, again: ownPassword }
    await browser.post('/account/password?next=%2Faccount').type('form').send(form).expect(303).expect('location', '/account')
    const page = await browser.get('/account').expect(200)
    assert.match(page.text, /anna\.nowak/)

    await browser.post('/sign-out').expect(303)
    await browser.get('/account').expect(303)
  })

  it('gives a cookie that scripts and other sites never see, and keeps only its hash', async () => {
    const { name, password } = await addStaff(web.house, { name: 'cookie', roles: [{ role: 'clerk' }] })
    const answer = await web.post('/sign-in').type('form').send({ name, password }).expect(303)
    const cookie = String(answer.headers['set-cookie'])
    assert.match(cookie, /^okienko_staff=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    const token = cookie.slice(cookie.indexOf('=') + 1, cookie.indexOf(';'))
    const kept = JSON.stringify(await db('staff_sign_ins').select())
    assert.ok(!kept.includes(token))
  })

  it('asks managers for a telephone, then for its code, and takes each code and each recovery code once', async () => {
    const { name, password } = await addStaff(web.house, { name: 'kierownik', roles: [{ role: 'manager' }] })
    const browser = request.agent(web.app)
    await browser.post('/sign-in').type('form').send({ name, password }).expect('location', '/account/password')
    const form = { old: password, wanted: ownPassword, again: ownPassword }
    await browser.post('/account/password').type('form').send(form).expect('location', '/account/authenticator')
    await browser.get('/manage').expect(303).expect('location', '/account/authenticator?next=%2Fmanage')

    const enrolment = await browser.get('/account/authenticator').expect(200)
    const secret = (/class="secret">([^<]+)</.exec(enrolment.text)?.[1] ?? '').replaceAll(' ', '')
    const offer = /name="offer" value="([^"]+)"/.exec(enrolment.text)?.[1]
    const code = () => totpCode(secret, totpStep(web.house.clock.instant()))
    await browser.post('/account/authenticator').type('form').send({ offer, code: '000000' }).expect(422)
    const codes = await browser.post('/account/authenticator').type('form').send({ offer, code: code() }).expect(200)
    const recovery = /<li>([0-9A-Z-]{19})<\/li>/.exec(codes.text)?.[1]
    await browser.get('/manage').expect(200)

    const later = request.agent(web.app)
    await later
      .post('/sign-in?next=/manage')
      .type('form')
      .send({ name, password: ownPassword })
      .expect('location', /sign-in.code/)
    await later.get('/manage').expect(303)
    await later.get('/account/password').expect(303)
    await later.post('/sign-in/code').type('form').send({ code: code() }).expect(422)
    web.house.clock.passMinutes(1)
    await later.post('/sign-in/code?next=/manage').type('form').send({ code: code() }).expect(303).expect('location', '/manage')
    await later.get('/manage').expect(200)

    const withoutTelephone = request.agent(web.app)
    await withoutTelephone.post('/sign-in').type('form').send({ name, password: ownPassword }).expect(303)
    await withoutTelephone.post('/sign-in/code').type('form').send({ code: recovery?.toLowerCase() }).expect(303)
    await withoutTelephone.get('/manage').expect(200)
    const again = request.agent(web.app)
    await again.post('/sign-in').type('form').send({ name, password: ownPassword }).expect(303)
    const said = {
      pl: /kod zapasowy był już użyty: .* Prosimy wpisać inny kod zapasowy albo 6 cyfr/,
      en: /recovery code was used already: .* Type another of your recovery codes, or the 6 digits/,
      uk: /резервний код уже використано: .* Введіть інший резервний код або 6 цифр/,
    }
    for (const language of languages) {
      const used = await again.post(`/sign-in/code?lang=${language}`).type('form').send({ code: recovery }).expect(422)
      assert.match(used.text, said[language])
    }
    const wrong = await again.post('/sign-in/code?lang=pl').type('form').send({ code: 'WXYZ-WXYZ-WXYZ-WXYZ' }).expect(422)
    assert.match(wrong.text, /Kod jest nieprawidłowy/)
    assert.doesNotMatch(wrong.text, said.pl)
  })

  it('answers a wrong password, an unknown name and a disabled account with the same page', async () => {
    await addStaff(web.house, { name: 'known', roles: [{ role: 'clerk' }] })
    const { password } = await addStaff(web.house, { name: 'stopped', roles: [{ role: 'clerk' }] })
    await disableStaff(web.house, 'stopped')
    const answers = await Promise.all(
      ['known', 'nobody', 'stopped', '\u0000', "'; drop table staff; --"].map(name =>
        web.post('/sign-in').type('form').send({ name, password }).expect(422),
      ),
    )
    const plain = answers.map(({ text }) => text.replace(/value="[^"]*"/g, ''))
    assert.equal(new Set(plain).size, 1)
    assert.ok(answers.every(({ headers }) => headers['set-cookie'] === undefined))
  })

  it('never sends anybody to another site afterwards', async () => {
    const { cookie } = await signedInAs(web.house, { role: 'clerk' })
    const landing = async (next: string) =>
      (
        await web
          .get(`/sign-in?next=${encodeURIComponent(next)}`)
          .set('Cookie', cookie)
          .expect(303)
      ).headers['location'] as string
    assert.equal(await landing('/desk/offices/CA?date=2020-05-11'), '/desk/offices/CA?date=2020-05-11')
    const elsewhere = ['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example', '/a/..//evil.example']
    for (const next of [...elsewhere, '/sign-in', '/ok\r\nSet-Cookie: a=b', '']) assert.equal(await landing(next), '/desk', next)
  })

  it('ends a sign-in after an hour of doing nothing, after twelve hours in any case, and not before', async () => {
    const { cookie } = await signedInAs(web.house, { role: 'clerk' })
    const statusOf = async () => (await web.get('/account').set('Cookie', cookie)).status
    for (let hour = 0; hour < 11; hour += 1) {
      web.house.clock.passMinutes(59)
      assert.equal(await statusOf(), 200)
    }
    web.house.clock.passMinutes(59)
    assert.equal(await statusOf(), 200)
    web.house.clock.passMinutes(13)
    assert.equal(await statusOf(), 303)

    const idle = await signedInAs(web.house, { role: 'clerk' })
    web.house.clock.passMinutes(61)
    await web.get('/account').set('Cookie', idle.cookie).expect(303)
  })

  it('ends every sign-in of an account that is disabled', async () => {
    const { cookie, name } = await signedInAs(web.house, { role: 'clerk' })
    await web.get('/account').set('Cookie', cookie).expect(200)
    await disableStaff(web.house, name)
    await web.get('/account').set('Cookie', cookie).expect(303)
    await enableStaff(web.house, name)
    await web.get('/account').set('Cookie', cookie).expect(303) // what has ended does not come back
  })

  it('ends the sign-ins on other browsers when asked to', async () => {
    const { cookie, number, name } = await signedInAs(web.house, { role: 'clerk' })
    await db('staff_sign_ins').insert({
      token_hash: 'a'.repeat(64),
      staff_number: number,
      via: 'oidc',
      created_at: web.house.clock.instant(),
      last_seen_at: web.house.clock.instant(),
    })
    await web.post('/account/sign-ins/ending').set('Cookie', cookie).expect(303)
    await web.get('/account').set('Cookie', cookie).expect(200)
    const open = await db('staff_sign_ins').where({ staff_number: number }).whereNull('ended_at')
    assert.equal(open.length, 1, name)
  })

  it('tells a program that nobody is signed in, instead of sending it to a page', async () => {
    await web
      .get('/manage')
      .set('Accept', 'application/json')
      .expect(401)
      .expect('content-type', /problem\+json/)
    await web.get('/manage').set('Accept', 'text/event-stream').expect(401)
    await web.get('/manage').set('Sec-Fetch-Mode', 'cors').expect(401)
  })

  it('refuses a sign-in form that another site sends', async () => {
    await web.post('/sign-in').set('Sec-Fetch-Site', 'cross-site').type('form').send({ name: 'a', password: 'b' }).expect(403)
  })

  it('notes sign-ins and refusals in the audit log, and what was typed nowhere', async () => {
    await web.post('/sign-in').type('form').send({ name: 'my-secret-typed-as-name', password: 'typed-password' })
    const log = JSON.stringify(await auditEntries(db, {}, 1000))
    assert.match(log, /sign-in-refused/)
    assert.match(log, /"action":"sign-in"/)
    assert.doesNotMatch(log, /my-secret|typed-password/)
  })
})
