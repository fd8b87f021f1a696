import assert from 'node:assert/strict'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { addDevice } from '../../../src/use-cases/entrance/add-device.ts'
import { headCount } from '../../../src/repositories/head-counts.ts'
import { aBuilding, aCity, aHall, aRequest, aRule } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { signedInAs } from '../../support/signed-in.ts'
import { aWeb, type TestWeb } from '../../support/web.ts'
import type { DeviceKind } from '../../../src/domain/entrance/device.ts'

const key = { officeId: 'CA', date: '2020-05-11' }
const city = aCity({ zones: [aBuilding(), aHall()], rules: [aRule({ kind: 'absolute-cap', persons: 2 }, { id: 'house' })] })

/** A device enrolled by its pages; answers the cookie that its browser has. */
async function enrolled(web: TestWeb, kind: DeviceKind = 'guard'): Promise<string> {
  const { number } = await signedInAs(web.house, { role: 'manager' })
  const asked = { officeId: 'CA', kind, name: 'Telefon', entrance: 'od Rynku', countsExits: false }
  const { code = '' } = await addDevice(web.house, asked, number)
  const answer = await web.post('/entrance/enrol').type('form').send({ code }).expect(303)
  return String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? ''
}

onBothEngines('The pages of the guard', open => {
  async function aGuard() {
    const web = await aWeb(await open(), { city, now: '2020-05-11T09:00' })
    const cookie = await enrolled(web)
    const get = (path: string) => web.get(path).set('Cookie', cookie).set('Accept', 'text/html')
    const post = (path: string, form: object) => web.post(path).set('Cookie', cookie).type('form').send(form)
    return { ...web, get, post, cookie }
  }
  const word = (html: string) => /<p class="word">([^<]*)</.exec(html)?.[1]

  it('are for enrolled guards only', async () => {
    const web = await aWeb(await open(), { city, now: '2020-05-11T09:00' })
    const stranger = await web.get('/entrance/guard').set('Accept', 'text/html').expect(303)
    assert.equal(stranger.headers['location'], '/entrance/enrol')
    await web.get('/entrance/guard/live').set('Sec-Fetch-Mode', 'cors').expect(401)
    const kiosk = await enrolled(web, 'kiosk')
    await web.get('/entrance/guard').set('Cookie', kiosk).expect(403)
    await web
      .post('/entrance/guard/heads')
      .set('Cookie', kiosk)
      .type('form')
      .send({ event: 'e'.repeat(8), way: 'in' })
      .expect(403)
  })

  it('name no number of places as if it were a limit where there is none', async () => {
    const free = aCity({ zones: [aBuilding(), aHall()], rules: [] })
    const web = await aWeb(await open(), { city: free, now: '2020-05-11T09:00' })
    const page = await web.get('/entrance/guard').set('Cookie', await enrolled(web))
    assert.match(page.text, /Bez rezerwacji można wpuścić: 20\+</)
  })

  it('give a device a cookie that no script and no other site can use', async () => {
    const web = await aWeb(await open(), { city })
    await web.post('/entrance/enrol').type('form').send({ code: '2222-2222' }).expect(422)
    await web.post('/entrance/enrol').type('form').send({}).expect(422)
    const { number } = await signedInAs(web.house, { role: 'manager' })
    const asked = { officeId: 'CA', kind: 'guard', name: 'Telefon', entrance: '', countsExits: false } as const
    const { code = '' } = await addDevice(web.house, asked, number)
    const answer = await web.post('/entrance/enrol').type('form').send({ code }).expect(303)
    assert.equal(answer.headers['location'], '/entrance/guard')
    assert.match(String(answer.headers['set-cookie']), /^okienko_device=[\w-]{43};.*Max-Age=\d{8};.*HttpOnly; SameSite=Strict/)
  })

  it('answer a scan by one huge word, without a script, and the same again when sent again', async () => {
    const guard = await aGuard()
    const { reference } = await bookVisit(guard.house, aRequest({ start: 560 }), { language: 'pl' })
    const early = await guard.post('/entrance/guard/scans', { event: 'press-000', code: reference }).expect(303)
    const page = await guard.get(String(early.headers['location'])).expect(200)
    assert.equal(word(page.text), 'Poczekaj do 9.20')
    assert.match(page.text, /door-answer wait/)

    guard.house.clock.set('2020-05-11T09:20')
    for (const _ of [1, 2]) {
      const told = await guard.post('/entrance/guard/scans', { event: 'press-001', code: reference.toLowerCase() }).expect(303)
      assert.equal(word((await guard.get(String(told.headers['location']))).text), 'Wpuść')
    }
    assert.equal((await headCount(guard.house.db, key)).get('hall')?.bodies, 1)
  })

  it('count by one key, say who must leave first, and let in above the limit with a reason', async () => {
    const guard = await aGuard()
    const press = (event: string, more: object) =>
      guard.post('/entrance/guard/heads', { event: `press-${event}`, fragment: '1', ...more }).expect(200)
    assert.equal(word((await press('100', { way: 'in' })).text), 'Weszła 1 osoba')
    await press('101', { way: 'in' })
    const full = await press('102', { way: 'in' })
    assert.equal(word(full.text), 'Pełno – 1 osoba')
    assert.match(full.text, /Wpuść mimo to/)
    const over = await press('103', { way: 'in', reason: 'pogoda' })
    assert.equal(word(over.text), 'Wpuszczone ponad limit')
    assert.match(over.text, /<li class="over">/)
    assert.equal(word((await press('104', { way: 'out' })).text), 'Wyszła 1 osoba')
    assert.match((await guard.get('/entrance/guard')).text, /2 z 2/)
  })

  it('recount with a reason, and refuse nonsense with the page', async () => {
    const guard = await aGuard()
    const form = { event: 'press-200', zone: 'building', persons: '2', exempt: '1', reason: 'obchód' }
    await guard.post('/entrance/guard/recounts', form).expect(303)
    assert.deepEqual((await headCount(guard.house.db, key)).get('building'), { counted: 1, bodies: 2 })
    for (const wrong of [{ persons: '-1' }, { persons: 'x' }, { persons: '' }, { exempt: '3' }, { reason: ' ' }, { event: '!' }])
      await guard.post('/entrance/guard/recounts', { ...form, event: 'press-201', ...wrong }).expect(422)
    await guard.post('/entrance/guard/recounts', { ...form, event: 'press-202', zone: 'cellar' }).expect(404)
    await guard.post('/entrance/guard/scans', { event: 'press-203' }).expect(422)
    await guard.post('/entrance/guard/heads', { event: 'press-204', way: 'up' }).expect(422)
  })

  it('follow the door without being read again while nothing changes', async () => {
    const guard = await aGuard()
    const first = await guard.get('/entrance/guard/live').expect(200)
    const tag = String(first.headers['etag'])
    await guard.get('/entrance/guard/live').set('If-None-Match', tag).expect(304)
    await guard.post('/entrance/guard/heads', { event: 'press-300', way: 'in' }).expect(303)
    const next = await guard.get('/entrance/guard/live').set('If-None-Match', tag).expect(200)
    assert.match(next.text, /1 z 2/)
  })

  it('know nobody any more once the device is revoked', async () => {
    const guard = await aGuard()
    const { number } = await signedInAs(guard.house, { role: 'admin' })
    const { revokeDevice } = await import('../../../src/use-cases/entrance/revoke-device.ts')
    await revokeDevice(guard.house, 1, number)
    const answer = await guard.get('/entrance/guard').expect(303)
    assert.equal(answer.headers['location'], '/entrance/enrol')
  })
})
