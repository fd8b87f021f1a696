import assert from 'node:assert/strict'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { aCity, aPolicy, aRequest } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { assertValidHtml } from '../../support/html.ts'
import { aWeb, type TestWeb } from '../../support/web.ts'

const wish = { service: 'id-card', office: 'CA', at: '2020-05-12T09:00' }
const email = 'anna@example.pl'

onBothEngines('Whose address has as many visits as it may', open => {
  let web: TestWeb
  beforeEach(async () => {
    web = await aWeb(await open(), { city: aCity({ policy: aPolicy({ perContact: { open: 1, perDate: 1 } }) }) })
    await bookVisit(web.house, aRequest(), { language: 'pl', email, phone: '+48600700800' })
  })

  it('is shown the form again with what was typed, and books without the address', async () => {
    const held = await web.post('/holds').type('form').send(wish).expect(303)
    const page = new URL(held.headers['location'] ?? '', 'http://here')
    const hold = { hold: page.pathname.split('/').at(-1), key: page.searchParams.get('key') }
    const again = await web
      .post('/bookings')
      .type('form')
      .send({ ...hold, email })
      .expect(422)
    assertValidHtml(again.text)
    assert.match(again.text, /<a href="#email">Na ten adres lub numer umówiono już tyle wizyt/)
    assert.match(again.text, new RegExp(`value="${email}"`))
    assert.match(again.text, /zachowany do godziny/)
    assert.doesNotMatch(again.text, /nie ma wolnych terminów/)

    await web.post('/bookings').type('form').send(hold).expect(303)
  })

  it('is told so at the number, where only that was given', async () => {
    const held = await web.post('/holds').type('form').send(wish).expect(303)
    const page = new URL(held.headers['location'] ?? '', 'http://here')
    const hold = { hold: page.pathname.split('/').at(-1), key: page.searchParams.get('key'), phone: '600 700 800' }
    assert.match((await web.post('/bookings').type('form').send(hold).expect(422)).text, /<a href="#phone">Na ten adres/)
  })

  it('is led back to the times after a lost race', async () => {
    const { text } = await web
      .post('/bookings')
      .type('form')
      .send({ ...wish, email })
      .expect(422)
    assertValidHtml(text)
    assert.match(text, /umówiono już tyle wizyt/)
    assert.match(text, /\/services\/id-card\/times\?office=CA/)
  })
})
