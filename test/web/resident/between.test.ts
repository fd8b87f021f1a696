import assert from 'node:assert/strict'
import type { Contact, VisitRequest } from '../../../src/domain/booking/booking.ts'
import { parseReference } from '../../../src/domain/booking/reference.ts'
import type { DayException } from '../../../src/domain/capacity/day.ts'
import { smtpPost } from '../../../src/messages/smtp-post.ts'
import type { BookingRecord } from '../../../src/repositories/bookings.ts'
import { giveUpPlace } from '../../../src/use-cases/day/let-holds-expire.ts'
import { onDay } from '../../../src/use-cases/day/on-day.ts'
import { dayAtDesks } from '../../../src/use-cases/desk/day-at-desks.ts'
import type { Decision } from '../../../src/use-cases/desk/change-day/proposal.ts'
import { publish } from '../../../src/use-cases/desk/change-day/publish.ts'
import { sendMessages } from '../../../src/use-cases/operator/send-messages.ts'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { earlierWishOf } from '../../../src/use-cases/resident/wait-for-earlier.ts'
import { findBooking } from '../../../src/use-cases/resident/find-booking.ts'
import { secretOf } from '../../../src/web/secrets.ts'
import { aCity, aDesk, aPolicy, aRequest, aRule, at, words } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { deskDay, goTo, here } from '../../support/desk.ts'
import { assertValidHtml } from '../../support/html.ts'
import { readLetter } from '../../support/letter-reader.ts'
import { openMailbox } from '../../support/mailbox.ts'
import { signedInAs } from '../../support/signed-in.ts'
import { aWeb, testSecret, type TestWeb } from '../../support/web.ts'

onBothEngines('Whoever wants an earlier time', open => {
  let web: TestWeb
  beforeEach(async () => (web = await aWeb(await open())))

  it('asks for it on the page of the booking, and stops it there', async () => {
    const booking = await booked(web, {}, { email: 'anna@example.pl' })
    assert.doesNotMatch((await page(web, booking)).text, /name="email"/)

    await post(web, booking, 'earlier-time', { scope: 'office', until: '2020-05-10' }).expect(303)
    assert.equal((await earlierWishOf(web.house, booking))?.until, '2020-05-10')
    assert.match((await page(web, booking)).text, /Szukamy terminu do dnia: niedziela, 10 maja 2020 r\.</)

    await post(web, booking, 'earlier-time/ending').expect(303)
    assert.equal(await earlierWishOf(web.house, booking), undefined)
  })

  it('gives an address if there is none, is told what is wrong with it, and finds the form as it was', async () => {
    const booking = await booked(web)
    const wrong = await post(web, booking, 'earlier-time', { email: 'nonsense', until: '2020-05-09' }).expect(422)
    assert.match(wrong.text, /href="#email"/)
    assert.match(wrong.text, /value="nonsense"/)
    assert.match(wrong.text, /value="2020-05-09"/)
    assertValidHtml(wrong.text)
    for (const until of ['2020-05-12', '2020-05-03', '2020-02-30', 'x']) {
      assert.match((await post(web, booking, 'earlier-time', { email: 'a@b.pl', until }).expect(422)).text, /href="#until"/)
    }
    assert.match((await post(web, booking, 'earlier-time', {}).expect(422)).text, /Bez adresu/)

    await post(web, booking, 'earlier-time', { email: 'anna@example.pl' }).expect(303)
    assert.equal((await findBooking(web.house, booking.reference))?.contact.email, 'anna@example.pl')
  })

  it('has no such form on the day itself', async () => {
    const booking = await booked(web)
    goTo(web.house, '7:00')
    assert.doesNotMatch((await page(web, booking)).text, /id="earlier"/)
  })
})

onBothEngines('Whoever will be late', open => {
  let web: TestWeb
  beforeEach(async () => (web = await aWeb(await open(), { city: aCity({ desks: [aDesk()] }) })))

  it('says so on the day, the desk sees it in words, and the page how long one is waited for', async () => {
    const booking = await booked(web)
    assert.doesNotMatch((await page(web, booking)).text, /Spóźnię się/)
    goTo(web.house, '8:30')
    assert.match((await page(web, booking)).text, /Czekamy do godziny 9\.15\./)

    await post(web, booking, 'delay', { minutes: 10 }).expect(303)

    const after = (await page(web, booking)).text
    assert.match(after, /wiedzą, że spóźnią się Państwo o 10 minut/)
    assert.doesNotMatch(after, /To więcej/)
    assertValidHtml(after)
    assert.equal((await dayAtDesks(web.house, deskDay)).rows[0]?.saysLateMinutes, 10)
    const { cookie } = await signedInAs(web.house, { role: 'clerk' })
    const desk = await web.get('/desk?office=CA&all=1').set('Cookie', cookie)
    assert.match(desk.text, /uprzedza: 10 min później/)
  })

  it('may say otherwise later, and turns no page by saying the same', async () => {
    const booking = await booked(web)
    goTo(web.house, '9:05')
    assert.doesNotMatch((await page(web, booking)).text, /value="5"[^>]*>Spóźnię/, 'it is over')
    await post(web, booking, 'delay', { minutes: 15 }).expect(303)
    const before = (await dayAtDesks(web.house, deskDay)).page
    await post(web, booking, 'delay', { minutes: 15 }).expect(303)
    assert.equal((await dayAtDesks(web.house, deskDay)).page, before)
    await post(web, booking, 'delay', { minutes: 10 }).expect(303)
    assert.equal((await dayAtDesks(web.house, deskDay)).rows[0]?.saysLateMinutes, 10)
  })

  it('is told honestly where the office will not wait so long', async () => {
    const strict = aCity({
      desks: [aDesk()],
      policy: aPolicy({ checkIn: { opensMinutesBefore: 30, lateToleranceMinutes: 5, calls: 3 } }),
    })
    web = await aWeb(await open(), { city: strict })
    const booking = await booked(web)
    goTo(web.house, '8:55')
    await post(web, booking, 'delay', { minutes: 15 }).expect(303)
    assert.match((await page(web, booking)).text, /To więcej, niż możemy czekać\./)
  })

  it('cannot say so on another day, too late, or anyhow', async () => {
    const booking = await booked(web)
    await post(web, booking, 'delay', { minutes: 10 }).expect(409)
    goTo(web.house, '8:30')
    for (const minutes of ['', '7', '-5', 'x']) await post(web, booking, 'delay', { minutes }).expect(422)
    goTo(web.house, '9:16')
    await post(web, booking, 'delay', { minutes: 10 }).expect(409)
  })

  it('is told how the queue runs, once somebody has come', async () => {
    const booking = await booked(web, { start: at('9:40') })
    goTo(web.house, '8:30')
    assert.doesNotMatch((await page(web, booking)).text, /kolejce/)
    await here(web.house, '9:00', '8:50')
    goTo(web.house, '9:10')
    assert.match(
      (await page(web, booking)).text,
      /O godzinie 9\.10 w tej kolejce czekała 1 osoba\. Kto ma termin teraz, czeka około 20 min\./,
    )
  })
})

const ill: DayException = { kind: 'desk-unstaffed', deskId: 'desk-1', span: { from: at('8:00'), to: at('12:00') } }
const aired: DayException = { kind: 'zone-closed', zoneId: 'hall', span: { from: at('9:00'), to: at('9:20') } }
const oneADesk = aRule(
  { kind: 'per-desk', personsPerDesk: 1, basis: 'staffed' },
  {
    id: 'one-a-desk',
    scope: { zones: ['hall'] },
    text: words('Jedna osoba na stanowisko.'),
    legalBasis: 'Dz.U. 2020 poz. 878',
    provenance: 'verified',
  },
)

onBothEngines('Whose visit the office has changed', open => {
  let web: TestWeb
  beforeEach(async () => (web = await aWeb(await open(), { city: aCity({ desks: [aDesk()], rules: [oneADesk] }) })))

  it('reads why, and that the new place is held; says that it suits with one button', async () => {
    const booking = await booked(web)
    await change(web, booking, ill, { kind: 'move', to: { ...deskDay, start: at('12:00') } })
    const told = (await page(web, booking)).text
    assert.match(told, /Urząd zmienił termin tej wizyty/)
    assert.match(told, /Powód: w tym czasie nie ma wolnego stanowiska\./)
    assert.match(told, /Poprzedni termin: poniedziałek, 11 maja 2020 r\., godz\.\u00a09\.00, Ratusz\./)
    assert.match(told, /Nowy termin jest dla Państwa zachowany/)
    assertValidHtml(told)

    await post(web, booking, 'new-time').expect(303)
    const after = (await page(web, booking)).text
    assert.match(after, /Dziękujemy\. Wizyta odbędzie się w nowym terminie\./)
    assert.doesNotMatch(after, /Zostaję przy nowym terminie/)
  })

  it('moves elsewhere instead, and then reads no more of it', async () => {
    const booking = await booked(web)
    await change(web, booking, ill, { kind: 'move', to: { ...deskDay, start: at('12:00') } })
    await post(web, booking, 'move', { office: 'CA', at: '2020-05-12T09:00' }).expect(303)
    assert.doesNotMatch((await page(web, booking)).text, /Urząd zmienił termin/)
  })

  it('reads that it was called off, and the rule behind it where it is verified', async () => {
    const booking = await booked(web)
    await change(web, booking, aired, { kind: 'call-off' })
    const told = (await page(web, booking)).text
    assert.match(told, /<h1>Urząd odwołał tę wizytę<\/h1>/)
    assert.match(told, /Powód: zmienił się limit osób w miejscu: Sala obsługi\./)
    assert.doesNotMatch(told, /Miejsce zostało zwolnione/)
    assertValidHtml(told)
  })

  it('whose place is lost without another one may choose one, or cancel', async () => {
    const booking = await booked(web)
    await onDay(web.house, booking, day => giveUpPlace(day, { ...booking, status: 'displaced' }))
    const told = (await page(web, booking)).text
    assert.match(told, /Wizyta wymaga nowego terminu/)
    await post(web, booking, 'move', { office: 'CA', at: '2020-05-12T09:00' }).expect(303)
    assert.equal((await findBooking(web.house, booking.reference))?.status, 'booked')
  })

  it('gets a mail that says the same, in words of its own', async () => {
    const moved = await booked(web, {}, { email: 'anna@example.pl' })
    const off = await booked(web, { start: at('10:00') }, { language: 'uk', email: 'oleh@example.org' })
    await letters(web)
    const decisions = new Map<number, Decision>([
      [moved.number, { kind: 'move', to: { ...deskDay, start: at('12:00') } }],
      [off.number, { kind: 'call-off' }],
    ])
    await publish(web.house, deskDay, { exceptions: [ill], decisions })
    const [one, other] = await letters(web)
    assert.match(one?.subject ?? '', /^Urząd zmienił termin wizyty: poniedziałek, 11 maja 2020 r\., godz\.\s12\.00$/)
    assert.match(one?.text ?? '', /Powód: w tym czasie nie ma wolnego stanowiska\.\s+Poprzedni termin: .*godz\.\s9\.00, Ratusz\./)
    assert.match(one?.text ?? '', /Jeśli pasuje, nic nie trzeba robić\./)
    assert.match(one?.calendar ?? '', /METHOD:PUBLISH/)
    assert.match(other?.subject ?? '', /^Установа скасувала візит: /)
    assert.match(other?.text ?? '', /Причина: у цей час немає вільного місця обслуговування\./)
    assert.doesNotMatch(other?.text ?? '', /Вхід не раніше/)
    assert.match(other?.calendar ?? '', /METHOD:CANCEL/)
  })
})

function booked(web: TestWeb, request: Partial<VisitRequest> = {}, contact: Partial<Contact> = {}): Promise<BookingRecord> {
  return bookVisit(web.house, aRequest(request), { language: 'pl', ...contact })
}

function page(web: TestWeb, { reference }: BookingRecord) {
  return web.get(`/bookings/${reference}?key=${secretOf(testSecret, reference)}`)
}

function post(web: TestWeb, { reference }: BookingRecord, what: string, form: Record<string, unknown> = {}) {
  assert.ok(parseReference(reference))
  return web
    .post(`/bookings/${reference}/${what}`)
    .type('form')
    .send({ key: secretOf(testSecret, reference), ...form })
}

async function change(web: TestWeb, { number }: BookingRecord, exception: DayException, decision: Decision): Promise<void> {
  const answer = await publish(web.house, deskDay, { exceptions: [exception], decisions: new Map([[number, decision]]) })
  assert.ok(answer.published)
}

async function letters(web: TestWeb) {
  const mailbox = await openMailbox()
  await sendMessages(
    web.house,
    smtpPost(mailbox.url, 'Okienko <okienko@miasteczko.example>'),
    reference => `https://o.example/${reference}`,
  )
  await mailbox.stop()
  return mailbox.letters.map(readLetter)
}
