import assert from 'node:assert/strict'
import type { Knex } from 'knex'
import { languages } from '../../../src/domain/city.ts'
import type { AuditDetails } from '../../../src/domain/staff/audit-note.ts'
import { noteInAuditLog } from '../../../src/use-cases/staff/note-in-audit-log.ts'
import { aCity, anOffice } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { assertValidHtml } from '../../support/html.ts'
import { signedInAs, type SignedIn } from '../../support/signed-in.ts'
import { aWeb, type TestWeb } from '../../support/web.ts'

onBothEngines('The pages of administrators and managers', open => {
  let db: Knex
  let web: TestWeb
  let admin: SignedIn
  let manager: SignedIn
  before(async () => {
    db = await open()
    web = await aWeb(db, { city: aCity({ offices: [anOffice(), anOffice({ id: 'CB', number: 2 })] }) })
    admin = await signedInAs(web.house, { role: 'admin', name: 'adam' })
    manager = await signedInAs(web.house, { role: 'manager', office: 'CA', name: 'maria' })
  })

  const post = (path: string, form: object) => web.post(path).set('Cookie', admin.cookie).type('form').send(form)
  const get = (path: string, who = admin) => web.get(path).set('Cookie', who.cookie)

  it('add an account, show its password once, change its roles, stop it and start it', async () => {
    const added = await post('/manage/staff', {
      name: 'anna.nowak',
      role: 'clerk',
      office: 'CA',
      department: 'residents',
    }).expect(201)
    const password = /class="secret">([^<]+)</.exec(added.text)?.[1] ?? ''
    const path = /href="(\/manage\/staff\/\d+)"/.exec(added.text)?.[1] ?? ''
    assert.ok(!(await get(path).expect(200)).text.includes(password))
    await web.post('/sign-in').type('form').send({ name: 'anna.nowak', password }).expect(303)

    await post(`${path}/roles`, { held: 'clerk|CA|residents', role: 'reception', office: 'CB' }).expect(303)
    const page = await get(path)
    assert.match(page.text, /value="clerk\|CA\|residents" checked/)
    assert.match(page.text, /value="reception\|CB\|" checked/)

    await post(`${path}/disabling`, {}).expect(303)
    await web.post('/sign-in').type('form').send({ name: 'anna.nowak', password }).expect(422)
    await post(`${path}/enabling`, {}).expect(303)
    const reset = await post(`${path}/reset`, {}).expect(200)
    assert.ok(!reset.text.includes(password))
  })

  it('say what is wrong with a new account, and keep what was typed', async () => {
    const answer = await post('/manage/staff', { name: 'adam', role: 'clerk', office: 'CB' }).expect(422)
    assert.match(answer.text, /id="name-wrong"/)
    assert.match(answer.text, /name="name" value="adam"/)
    assert.match(answer.text, /<option value="CB" selected>/)
    const escaped = await post('/manage/staff', { name: '<b>"x', role: 'clerk' }).expect(422)
    assert.ok(!escaped.text.includes('<b>"x'))
  })

  it('keep the last administrator', async () => {
    await post(`/manage/staff/${admin.number}/roles`, { role: 'clerk' }).expect(409)
    await post(`/manage/staff/${admin.number}/disabling`, {}).expect(409)
    await get('/manage/staff').expect(200)
  })

  it('show a manager the log of their office, by day', async () => {
    for (const officeId of ['CA', 'CB']) {
      const note = { action: 'change-day', officeId, date: '2020-05-11', about: 'D012', staffNumber: manager.number }
      await noteInAuditLog(web.house, db, { ...note, details: { reason: `<i>choroba w ${officeId}` } })
    }
    const page = await get('/manage/audit-log?date=2020-05-11', manager).expect(200)
    assert.match(page.text, /powód: [^<]*choroba w CA/)
    assert.doesNotMatch(page.text, /choroba w CB|<i>|anna/)
    assert.doesNotMatch((await get('/manage/audit-log?date=2020-05-12', manager)).text, /choroba/)
    assert.match((await get('/manage/audit-log?written=2020-05-04', manager)).text, /choroba w CA/)
    assert.doesNotMatch((await get('/manage/audit-log?office=CB', manager)).text, /choroba/)
  })

  it('write the log in the words of its reader: roles, kinds of device, ways of signing in', async () => {
    const note = (action: string, details: AuditDetails) => noteInAuditLog(web.house, db, { action, officeId: 'CA', details })
    await note('change-roles', { account: 7, was: '', roles: 'clerk CA/residents, manager' })
    await note('change-roles', { account: 8, was: 'porter CA', roles: 'reception *' })
    await note('add-device', { device: 3, kind: 'guard', name: 'guard' })
    await note('sign-in', { via: 'oidc' })
    await note('print-pack', { number: 3, mark: 'KRET' })
    const polish = await get('/manage/audit-log?office=CA&lang=pl', manager).expect(200)
    assert.match(
      polish.text,
      /poprzednio: brak; uprawnienia: Obsługa stanowiska · [^;<]+ · [^;<]+, Kierownik · Wszystkie placówki</,
    )
    assert.match(polish.text, /poprzednio: porter CA; uprawnienia: Recepcja · Wszystkie placówki</)
    assert.match(polish.text, /rodzaj: Telefon portiera; nazwa: guard/)
    assert.match(polish.text, /sposób: konto urzędu/)
    assert.doesNotMatch(polish.text, /CA\/residents|>print-pack</)
    const ukrainian = await get('/manage/audit-log?office=CA&lang=uk', manager).expect(200)
    assert.match(ukrainian.text, /вид: Телефон охоронця; назва: guard/)
  })

  it('are valid HTML in every language, and lead only where one may go', async () => {
    for (const lang of languages) {
      for (const path of [
        '/manage',
        '/manage/staff',
        `/manage/staff/${manager.number}`,
        '/account',
        '/account/password',
        '/account/authenticator',
      ]) {
        const page = await get(`${path}?lang=${lang}`).expect(200)
        assertValidHtml(page.text)
      }
      assertValidHtml((await get(`/manage/audit-log?lang=${lang}`, manager)).text)
      assertValidHtml((await web.get(`/sign-in?lang=${lang}`)).text)
    }
    assert.doesNotMatch((await get('/manage')).text, /audit-log/)
    assert.doesNotMatch((await get('/manage', manager)).text, /manage\/staff/)
  })
})
