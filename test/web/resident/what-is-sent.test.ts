import assert from 'node:assert/strict'
import { languages } from '../../../src/domain/city.ts'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { secretOf } from '../../../src/web/secrets.ts'
import { aCity, aDesk, aRequest } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { aWeb, testSecret, type TestWeb } from '../../support/web.ts'

const fourDesks = aCity({ desks: ['1', '2', '3', '4'].map(id => aDesk({ id })) })

onBothEngines('Whoever leaves a contact', open => {
  let web: TestWeb
  const openWith = async (mails: boolean) => (web = await aWeb(await open(), { mails, city: fourDesks }))
  const pageOf = async (contact: { email?: string; phone?: string }) => {
    const { reference } = await bookVisit(web.house, aRequest(), { language: 'pl', ...contact })
    return (await web.get(`/bookings/${reference}?key=${secretOf(testSecret, reference)}`).expect(200)).text
  }
  const formOf = async (language = 'pl') => {
    const held = await web.post('/holds').type('form').send({ service: 'id-card', office: 'CA', at: '2020-05-12T09:00' })
    return (await web.get(`${held.headers['location'] ?? ''}&lang=${language}`).expect(200)).text
  }

  it('is promised a message at the address only, and a call at the number only', async () => {
    await openWith(true)
    const form = await formOf()
    assert.match(form, /id="email-hint">Wyślemy potwierdzenie i przypomnienie\./)
    assert.match(form, /id="phone-hint">Zadzwonimy tylko wtedy, gdy urząd zmieni termin\./)
    assert.doesNotMatch(form, /wyślemy je także tam/)
  })

  it('reads after booking what is sent', async () => {
    await openWith(true)
    assert.match(await pageOf({ email: 'anna@example.pl', phone: '+48600700800' }), /Potwierdzenie wyślemy/)
    assert.match(await pageOf({ phone: '+48600700801' }), /Nie wysyłamy SMS/)
    assert.doesNotMatch(await pageOf({}), /wyślemy|SMS/i)
  })

  it('is promised no message where none is sent', async () => {
    await openWith(false)
    for (const language of languages) assert.doesNotMatch(await formOf(language), /Wyślemy|We will send|Надішлемо/)
    assert.match(await pageOf({ email: 'anna@example.pl' }), /Nie wyślemy teraz wiadomości e-mail/)
  })
})
