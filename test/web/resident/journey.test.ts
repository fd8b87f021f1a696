import assert from 'node:assert/strict'
import type { Response } from 'supertest'
import { parseReference } from '../../../src/domain/booking/reference.ts'
import { findBooking } from '../../../src/use-cases/resident/find-booking.ts'
import { pinOf } from '../../../src/web/secrets.ts'
import { aCity, aDesk, aPolicy, aService } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { aWeb, testSecret, type TestWeb } from '../../support/web.ts'

const wish = { service: 'id-card', office: 'CA', at: '2020-05-11T09:00' }
const oneDesk = aCity({ desks: [aDesk()], policy: aPolicy({ perContact: { open: 2, perDate: 2 } }) })

onBothEngines('A resident', open => {
  let web: TestWeb
  beforeEach(async () => (web = await aWeb(await open(), { city: oneDesk })))

  it('sees the free times, and why there is none on the other days', async () => {
    const page = await web.get('/services/id-card/times?office=CA').expect(200)
    assert.match(page.text, /name="at" value="2020-05-11T09:00"/)
    assert.match(page.text, /sobota, 9\u00a0maja – niedziela, 10\u00a0maja<\/b><span>Nieczynne\./)
  })

  for (const page of ['/services/id-card/times?office=CA', '/services/id-card/times?office=', '/services/id-card']) {
    it(`is answered 304 at ${page} while nothing has changed, and anew once somebody books`, async () => {
      const first = await web.get(page)
      const again = () => web.get(page).set('If-None-Match', first.headers['etag'] ?? '')
      assert.equal((await again()).status, 304)
      assert.equal((await again().set('Accept-Language', 'uk')).status, 200)
      await hold(web)
      assert.equal((await again()).status, 200)
    })
  }

  it('is asked again for a number of persons that cannot be, with what was typed kept', async () => {
    for (const typed of ['99', '0', 'dwie']) {
      const page = await web.get(`/services/id-card/times?office=CA&persons=${typed}`).expect(422)
      assert.match(page.text, new RegExp(`id="persons"[^>]* value="${typed}"`), typed)
    }
  })

  it('is answered 304 at the start while offices receive people as they did', async () => {
    const { headers } = await web.get('/')
    assert.equal((await web.get('/').set('If-None-Match', headers['etag'] ?? '')).status, 304)
    assert.equal((await web.get('/?q=dow').set('If-None-Match', headers['etag'] ?? '')).status, 200)
  })

  it('holds a time, confirms it without saying anything, and finds it on its page', async () => {
    const held = await hold(web)
    const details = await web.get(held.location)
    assert.match(details.text, /zachowany do godziny/)

    const booked = await web.post('/bookings').type('form').send({ hold: held.reference, key: held.key })
    assert.equal(booked.status, 303)
    const page = await web.get(booked.headers['location'] ?? '')
    assert.match(page.text, new RegExp(`${held.reference.slice(0, 4)}-${held.reference.slice(4)}`))
    assert.match(page.text, /poniedziałek, 11 maja 2020 r., godz.\u00a09.00/)
    assert.equal(page.headers['cache-control'], 'private, no-store')
  })

  it('has one hold: the next one gives the first back', async () => {
    const first = await hold(web)
    const second = await web
      .post('/holds')
      .set('Cookie', first.cookie)
      .type('form')
      .send({ ...wish, at: '2020-05-12T09:00' })
    assert.equal(second.status, 303)
    assert.equal((await findBooking(web.house, first.reference))?.status, 'expired')
  })

  it('who goes back to an earlier hold, to confirm it or to give it up, still has one hold', async () => {
    const later = await hold(web, { at: '2020-05-12T09:00' })
    const send = (path: string, { reference, key }: Held) =>
      web.post(path).set('Cookie', later.cookie).type('form').send({ hold: reference, key }).expect(303)

    for (const path of ['/bookings/:earlier/cancellation', '/bookings']) {
      const earlier = await hold(web)
      const answer = await send(path.replace(':earlier', earlier.reference), earlier)
      assert.equal(answer.headers['set-cookie'], undefined, `${path} makes the browser forget its later hold`)
    }
    assert.match(String((await send('/bookings', later)).headers['set-cookie']), /^okienko_hold=;/)
  })

  it('who loses a race keeps what was typed, and books the nearest time with one click', async () => {
    await hold(web)
    const party = { email: 'anna@example.pl', phone: '600 700 800' }
    const lost = await web
      .post('/bookings')
      .type('form')
      .send({ ...wish, ...party })
    assert.equal(lost.status, 409)
    assert.match(lost.text, /Ten termin został już zajęty/)

    const retry = await web.post('/bookings').type('form').send(firstForm(lost))
    assert.equal(retry.status, 303)
    const booking = await findBooking(web.house, referenceIn(retry.headers['location']))
    assert.equal(booking?.contact.email, 'anna@example.pl')
    assert.equal(booking.contact.phone, '+48600700800')
  })

  it('who comes back after the hold is over still gets the place if nobody took it', async () => {
    const held = await hold(web)
    web.house.clock.passMinutes(11)
    const late = await web.post('/bookings').type('form').send({ hold: held.reference, key: held.key })
    assert.equal(late.status, 303)
    assert.notEqual(referenceIn(late.headers['location']), held.reference)
  })

  it('is told what is wrong with a contact, and finds the form as it was', async () => {
    const held = await hold(web)
    const wrong = await web
      .post('/bookings')
      .type('form')
      .send({ hold: held.reference, key: held.key, email: 'anna<at>', phone: '12' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /<a href="#email">/)
    assert.match(wrong.text, /<a href="#phone">/)
    assert.match(wrong.text, /value="anna&lt;at&gt;"/)
    assert.equal((await findBooking(web.house, held.reference))?.status, 'held')
  })

  it('moves a visit, and keeps the old place if the new one is gone', async () => {
    const { reference, key } = await book(web)
    await hold(web, { at: '2020-05-12T09:00' })
    const lost = await web.post(`/bookings/${reference}/move`).type('form').send({ key, office: 'CA', at: '2020-05-12T09:00' })
    assert.equal(lost.status, 409)
    assert.equal((await findBooking(web.house, reference))?.date, '2020-05-11')

    const moved = await web.post(`/bookings/${reference}/move`).type('form').send(firstForm(lost))
    assert.equal(moved.status, 303)
    assert.equal((await findBooking(web.house, reference))?.date, '2020-05-12')
  })

  it('cancels by a button only: the link shows', async () => {
    const { reference, key } = await book(web)
    const shown = await web.get(`/bookings/${reference}/cancellation?key=${key}`)
    assert.match(shown.text, /Czy odwołać tę wizytę\?/)
    assert.equal((await findBooking(web.house, reference))?.status, 'booked')
    await web.post(`/bookings/${reference}/cancellation`).type('form').send({ key }).expect(303)
    assert.equal((await findBooking(web.house, reference))?.status, 'cancelled')
  })

  it('finds a booking by the code and the digits on paper, typed anyhow', async () => {
    const { reference, key } = await book(web)
    const typed = `${reference.slice(0, 3).toLowerCase()} ${reference.slice(3)}`
    const found = await web
      .post('/find')
      .type('form')
      .send({ reference: typed, pin: pinOf(testSecret, reference) })
    assert.equal(found.headers['location'], `/bookings/${reference}?key=${key}`)
  })

  it('who guesses digits is told nothing, and soon to stop', async () => {
    const { reference } = await book(web)
    const wrong = pinOf(testSecret, reference) === '000000' ? '000001' : '000000'
    const guess = () => web.post('/find').type('form').send({ reference, pin: wrong })
    for (let tries = 0; tries < 10; tries += 1) assert.equal((await guess()).status, 422)
    const stopped = await guess()
    assert.equal(stopped.status, 429)
    assert.ok(Number(stopped.headers['retry-after']) > 0)
  })

  it('gets a calendar file, a slip, and neither for somebody else', async () => {
    const { reference, key } = await book(web)
    const file = await web.get(`/bookings/${reference}/calendar.ics?key=${key}`).expect(200)
    assert.match(file.headers['content-type'] ?? '', /^text\/calendar; charset=utf-8; method=PUBLISH/)
    assert.match((await web.get(`/bookings/${reference}/slip?key=${key}&size=large`)).text, /class="sheet large"/)
    for (const path of ['', '/slip', '/calendar.ics', '/move', '/cancellation']) {
      assert.equal((await web.get(`/bookings/${reference}${path}`)).status, 404, path)
      assert.equal((await web.get(`/bookings/${reference}${path}?key=${key.slice(1)}A`)).status, 404, path)
    }
  })
})

onBothEngines('A matter that needs no appointment', open => {
  it('offers no calendar', async () => {
    const letters = aService({
      ways: { online: undefined, dropBox: true, post: true, inPerson: 'optional', appointment: 'not-needed' },
    })
    const web = await aWeb(await open(), { city: aCity({ services: [letters] }) })
    assert.match((await web.get('/services/id-card')).text, /Nie trzeba umawiać wizyty/)
    assert.equal((await web.get('/services/id-card/times')).headers['location'], '/services/id-card')
  })
})

interface Held {
  readonly reference: string
  readonly key: string
  readonly location: string
  readonly cookie: string
}

async function hold(web: TestWeb, changes: Partial<typeof wish> = {}): Promise<Held> {
  const answer = await web
    .post('/holds')
    .type('form')
    .send({ ...wish, ...changes })
    .expect(303)
  const location = answer.headers['location'] ?? ''
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
  return { reference: referenceIn(location), key: location.split('key=')[1] ?? '', location, cookie }
}

async function book(web: TestWeb): Promise<Held> {
  const held = await hold(web)
  await web.post('/bookings').type('form').send({ hold: held.reference, key: held.key }).expect(303)
  return held
}

function referenceIn(location: string | undefined): string {
  return parseReference(/\/bookings\/([^?]+)/.exec(location ?? '')?.[1] ?? '') ?? ''
}

/** What the first button of a page would send. */
function firstForm({ text }: Response): Record<string, string> {
  const form = /<form [^]*?<\/form>/.exec(text.slice(text.indexOf('class="picks"')))?.[0] ?? ''
  const fields = [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)]
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]))
}
