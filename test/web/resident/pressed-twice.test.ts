import assert from 'node:assert/strict'
import type { Response } from 'supertest'
import { parseReference } from '../../../src/domain/booking/reference.ts'
import { bookingsOfDay } from '../../../src/repositories/bookings.ts'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { cancelVisit } from '../../../src/use-cases/resident/cancel-visit.ts'
import { findBooking } from '../../../src/use-cases/resident/find-booking.ts'
import { aCity, aDesk, aRequest, at } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { assertValidHtml } from '../../support/html.ts'
import { aWeb, type TestWeb } from '../../support/web.ts'

const monday = '2020-05-11'
const tuesday = '2020-05-12'
const wish = { service: 'id-card', office: 'CA', at: `${monday}T09:00` }

for (const desks of [1, 2]) {
  const city = aCity({
    desks: Array.from({ length: desks }, (_, index) => aDesk({ id: `desk-${index + 1}`, label: `${index + 1}` })),
  })

  onBothEngines(`Whoever presses twice at once, where ${desks} could come at one time`, open => {
    let web: TestWeb
    beforeEach(async () => (web = await aWeb(await open(), { city })))

    it('books once, while the hold lasts and after it is over', async () => {
      for (const [time, minutes] of [
        ['09:00', 0],
        ['10:00', 11],
      ] as const) {
        const held = await hold(web, { at: `${monday}T${time}` })
        web.house.clock.passMinutes(minutes)
        const answers = await twice(() => send(web, '/bookings', { hold: held.reference, key: held.key }))
        assert.equal((await standing(web, monday)).filter(({ start }) => start === at(time)).length, 1)
        assertSamePlace(answers)
      }
    })

    it('books once one of the times that were offered instead', async () => {
      await takeAll(web, desks, wish.at)
      const lost = await send(web, '/bookings', { ...wish, email: 'anna@example.pl' })
      assert.equal(lost.status, 409)
      assertSamePlace(await twice(() => send(web, '/bookings', firstForm(lost))))
      assert.equal((await standing(web, monday)).length, desks + 1)
    })

    it('books once instead of a hold that is over, whichever page is pressed again', async () => {
      const held = await hold(web)
      web.house.clock.passMinutes(11)
      await takeAll(web, desks, wish.at)
      const lost = await send(web, '/bookings', { hold: held.reference, key: held.key })
      assert.equal(lost.status, 409)
      const first = await send(web, '/bookings', firstForm(lost))
      assertSamePlace([first, await send(web, '/bookings', firstForm(lost))])
      assertSamePlace([first, await send(web, '/bookings', { hold: held.reference, key: held.key })])
    })

    it('has one hold of the times that were offered instead, though the browser had none', async () => {
      await takeAll(web, desks, wish.at)
      const lost = await send(web, '/holds', wish)
      assert.equal(lost.status, 409)
      assertSamePlace(await twice(() => send(web, '/holds', firstForm(lost))))
      assert.equal((await standing(web, monday)).filter(({ status }) => status === 'held').length, 1)
    })

    it('has one hold of the new time that is chosen instead of another, of that day or of the next', async () => {
      for (const next of [`${monday}T10:00`, `${tuesday}T09:00`]) {
        const { cookie } = await hold(web)
        assertSamePlace(await twice(() => send(web, '/holds', { ...wish, at: next }, cookie)))
        const holds = [...(await standing(web, monday)), ...(await standing(web, tuesday))]
        assert.deepEqual(
          holds.map(({ date, start }) => [date, start]),
          [[next.slice(0, 10), at(next.slice(11))]],
        )
        web.house.clock.passMinutes(11)
        await hold(web, { at: `${tuesday}T14:00` }).then(({ cookie: last }) => send(web, '/holds', wish, last))
        web.house.clock.passMinutes(11)
      }
    })

    it('has one hold of two times that are chosen at the same moment', async () => {
      const { cookie } = await hold(web)
      const answers = await Promise.all(
        [`${monday}T10:00`, `${tuesday}T09:00`].map(next => send(web, '/holds', { ...wish, at: next }, cookie)),
      )
      assert.deepEqual(
        answers.map(({ status }) => status),
        [303, 303],
      )
      assert.equal([...(await standing(web, monday)), ...(await standing(web, tuesday))].length, 1)
    })

    it('moves a visit once', async () => {
      for (const next of [`${monday}T10:00`, `${tuesday}T09:00`]) {
        const held = await hold(web)
        const { reference, key } = held
        await send(web, '/bookings', { hold: reference, key })
        assertSamePlace(await twice(() => send(web, `/bookings/${reference}/move`, { key, office: 'CA', at: next })))
        assert.equal((await findBooking(web.house, reference))?.revision, 1)
      }
    })
  })
}

onBothEngines('Whoever asks for another time', open => {
  let web: TestWeb
  beforeEach(async () => (web = await aWeb(await open(), { city: aCity({ desks: [aDesk()] }) })))

  it('keeps the hold if the new time cannot be had, and goes on with it', async () => {
    for (const taken of [`${monday}T10:00`, `${tuesday}T10:00`]) {
      await takeAll(web, 1, taken)
      const held = await hold(web)
      const lost = await send(web, '/holds', { ...wish, at: taken }, held.cookie)
      assert.equal(lost.status, 409)
      assert.equal((await findBooking(web.house, held.reference))?.status, 'held')
      assertValidHtml(lost.text)
      assert.match(
        lost.text,
        /Termin wybrany wcześniej, poniedziałek, 11 maja 2020 r\., godz\.\u00a09\.00, jest zachowany do godziny 8\.10/,
      )
      const onwards = `/bookings/${held.reference}?key=${held.key}`
      assert.ok(lost.text.includes(`href="${onwards}"`))
      assert.match((await web.get(onwards)).text, /name="hold"/)
      await send(web, '/holds', firstForm(lost), held.cookie).expect(303)
      assert.equal((await findBooking(web.house, held.reference))?.status, 'expired')
      web.house.clock.set('2020-05-04T08:00')
      for (const { reference, status } of await standing(web, monday))
        if (status === 'held') await cancelVisit(web.house, reference)
      for (const { reference, status } of await standing(web, tuesday))
        if (status === 'held') await cancelVisit(web.house, reference)
    }
  })

  it('is told of no hold that is over', async () => {
    await takeAll(web, 1, `${monday}T10:00`)
    const held = await hold(web)
    web.house.clock.passMinutes(11)
    const lost = await send(web, '/holds', { ...wish, at: `${monday}T10:00` }, held.cookie)
    assert.equal(lost.status, 409)
    assert.doesNotMatch(lost.text, /Termin wybrany wcześniej/)
  })

  it('keeps the visit if its new time cannot be had, and is told so', async () => {
    await takeAll(web, 1, `${monday}T10:00`)
    const { reference, key } = await hold(web)
    await send(web, '/bookings', { hold: reference, key })
    const lost = await send(web, `/bookings/${reference}/move`, { key, office: 'CA', at: `${monday}T10:00` })
    assert.equal(lost.status, 409)
    assert.match(lost.text, /Obecny termin, poniedziałek, 11 maja 2020 r\., godz\.\u00a09\.00, pozostaje ważny/)
    assert.ok(lost.text.includes(`href="/bookings/${reference}?key=${key}"`))
    assert.equal((await findBooking(web.house, reference))?.start, at('9:00'))
  })

  it('books nothing anew by the form of a visit that was called off since', async () => {
    const { reference, key } = await hold(web)
    await send(web, '/bookings', { hold: reference, key })
    await cancelVisit(web.house, reference)
    const again = await send(web, '/bookings', { hold: reference, key })
    assert.equal(again.headers['location'], `/bookings/${reference}?key=${key}`)
    assert.equal((await standing(web, monday)).length, 0)
  })
})

interface Held {
  readonly reference: string
  readonly key: string
  readonly cookie: string
}

async function hold(web: TestWeb, changes: Partial<typeof wish> = {}): Promise<Held> {
  const answer = await send(web, '/holds', { ...wish, ...changes }).expect(303)
  const location = answer.headers['location'] ?? ''
  return {
    reference: parseReference(/\/bookings\/([^?]+)/.exec(location)?.[1] ?? '') ?? '',
    key: location.split('key=')[1] ?? '',
    cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '',
  }
}

function send(web: TestWeb, path: string, form: Readonly<Record<string, string>>, cookie = '') {
  return web.post(path).set('Cookie', cookie).type('form').send(form)
}

function twice(press: () => PromiseLike<Response>): Promise<[Response, Response]> {
  return Promise.all([press(), press()])
}

function assertSamePlace([one, other]: readonly [Response, Response]) {
  assert.deepEqual([one.status, other.status], [303, 303])
  assert.equal(one.headers['location'], other.headers['location'])
}

async function takeAll(web: TestWeb, desks: number, moment: string) {
  const request = aRequest({ date: moment.slice(0, 10), start: at(moment.slice(11)) })
  for (let taken = 0; taken < desks; taken += 1) await bookVisit(web.house, request, { language: 'pl' })
}

/** Who has a place on a day. */
async function standing(web: TestWeb, date: string) {
  const bookings = await bookingsOfDay(web.house.db, { officeId: 'CA', date })
  return bookings.filter(({ status }) => status === 'held' || status === 'booked')
}

/** What the first button of a page would send. */
function firstForm({ text }: Response): Record<string, string> {
  const form = /<form [^]*?<\/form>/.exec(text.slice(text.indexOf('class="picks"')))?.[0] ?? ''
  const fields = [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)]
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]))
}
