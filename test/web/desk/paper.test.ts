import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { bookingByNumber } from '../../../src/repositories/bookings.ts'
import { plainPrintRoom } from '../../../src/web/print-room.ts'
import { cancelVisit } from '../../../src/use-cases/resident/cancel-visit.ts'
import { readPdf } from '../../paper/read-pdf.ts'
import { aCity, words } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { booked, goTo, violations } from '../../support/desk.ts'
import { signedInAs } from '../../support/signed-in.ts'
import { aWeb, type TestWeb } from '../../support/web.ts'

onBothEngines('Paper at the desk', open => {
  let folder = ''
  let web: TestWeb
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'okienko-print-'))
    web = await aWeb(await open(), { printRoom: plainPrintRoom(folder) })
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  // Signed in anew each time: tests move the clock by days, and whoever is idle is signed out.
  const clerk = async () => (await signedInAs(web.house, { role: 'clerk', office: 'CA' })).cookie
  const get = async (address: string) => web.get(address).set('Cookie', await clerk())
  const file = async (address: string) =>
    web
      .get(address)
      .set('Cookie', await clerk())
      .buffer(true)
  const post = async (address: string, form: object | string) =>
    web
      .post(address)
      .set('Cookie', await clerk())
      .type('form')
      .send(form)

  it('is made with one press, numbered, kept as a file and read back', async () => {
    await booked(web.house, '9:00')
    goTo(web.house, '8:00')
    assert.match((await get('/desk/paper?office=CA')).text, /Nie ma jeszcze kompletu/)
    const made = await post('/desk/paper', { office: 'CA' })
    assert.equal(made.status, 303)
    const page = await get(String(made.headers['location']))
    assert.match(page.text, /Komplet nr 1 jest gotowy/)
    assert.match(page.text, /Papier jest aktualny/)
    assert.deepEqual(readdirSync(folder), ['CA-2020-05-11-1.pdf'])
    const pdf = await file('/desk/paper/CA/2020-05-11/1')
    assert.equal(pdf.headers['content-type'], 'application/pdf')
    const { text } = await readPdf(pdf.body as Buffer)
    assert.match(text.join(' '), /Lista wejść/)
    assert.equal((await get('/desk/paper/CA/2020-05-11/2')).status, 404)
  })

  it('says that it is old once somebody has booked, to the desk and to whoever scans the sheet', async () => {
    goTo(web.house, '8:00')
    await post('/desk/paper', { office: 'CA' })
    const mark = /paper-mark">(\w{4})</.exec((await get('/desk/paper?office=CA')).text)?.[1] ?? ''
    const sheet = `/sheets/CA/2020-05-11/0?mark=${mark}`
    assert.match((await web.get(sheet)).text, /Ta karta jest aktualna/)
    assert.match((await web.get(`${sheet}&lang=en`)).text, /This sheet is current/)

    const visit = await booked(web.house, '9:00')
    assert.match((await get('/desk/paper?office=CA')).text, /Papier jest nieaktualny/)
    assert.match(
      (await get('/desk?office=CA')).text,
      /Papier jest nieaktualny.*action="\/desk\/paper"|action="\/desk\/paper"[^]*Papier jest nieaktualny/,
    )
    assert.match((await web.get(sheet)).text, /Ta karta jest nieaktualna</)
    goTo(web.house, '8:10')
    await post('/desk/paper', { office: 'CA' })
    assert.match((await web.get(sheet)).text, /nieaktualna od: .*8\.10/)
    assert.match((await web.get(`${sheet}&lang=uk`)).text, /Цей аркуш неактуальний від/)

    await cancelVisit(web.house, visit.reference)
    assert.match((await web.get(sheet)).text, /Ta karta jest aktualna/, 'the day is again as it was')
    web.house.clock.set('2020-05-12T08:00')
    assert.match((await web.get(sheet)).text, /Dzień minął/)
  })

  it('is told as old on a page that is kept, and no longer once a new pack is made in the same minute', async () => {
    goTo(web.house, '8:00')
    const cookie = await clerk()
    const look = async () =>
      /id="paper" data-part>\s*<form/.test((await web.get('/desk?office=CA&scope=').set('Cookie', cookie)).text)
    assert.equal(await look(), false)
    await post('/desk/paper', { office: 'CA' })
    await booked(web.house, '9:00')
    assert.equal(await look(), true)
    await post('/desk/paper', { office: 'CA' })
    assert.equal(await look(), false)
  })

  it('is taken back in one pass, and a second time changes nothing', async () => {
    const visit = await booked(web.house, '9:00')
    goTo(web.house, '12:00')
    const form = {
      office: 'CA',
      [`t${visit.number}`]: 's',
      'w1-line': '1',
      'w1-time': '10:20',
      'w1-service': 'id-card',
      'w1-persons': '2',
    }
    const first = await post('/desk/take-back', form)
    assert.equal(first.status, 303)
    assert.match((await get(String(first.headers['location']))).text, /1 obsłużona wizyta.*1 osoba bez rezerwacji/)
    assert.equal((await bookingByNumber(web.house.db, visit.number))?.status, 'served')
    const second = await post('/desk/take-back', form)
    assert.match((await get(String(second.headers['location']))).text, /Nic się nie zmieniło/)
    assert.deepEqual(await violations(web.house), [])
    const notes = (await web.house.db('audit_log').where({ action: 'take-back' })) as { details: string }[]
    assert.equal(notes.length, 1)
    assert.match(notes[0]?.details ?? '', /"served":1/)
  })

  it('asks again with what was typed where a line cannot be read, and shows what the system knows otherwise', async () => {
    const visit = await booked(web.house, '9:00')
    await cancelVisit(web.house, visit.reference)
    goTo(web.house, '12:00')
    const wrong = await post('/desk/take-back', { office: 'CA', 'w1-time': '13:00', 'w1-service': 'id-card', 'w2-time': 'xx' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /Ta godzina jeszcze nie minęła/)
    assert.match(wrong.text, /value="xx"/)
    assert.equal((await post('/desk/take-back', { office: 'CA', date: '2020-05-18' })).status, 422)
  })

  it('keeps the visits of another department out', async () => {
    web = await aWeb(await open(), {
      city: aCity({ departments: [...aCity().departments, { id: 'taxes', name: words('Podatki') }] }),
    })
    const visit = await booked(web.house, '9:00')
    goTo(web.house, '12:00')
    const other = await signedInAs(web.house, { role: 'clerk', office: 'CA', department: 'taxes' })
    await web
      .post('/desk/take-back')
      .set('Cookie', other.cookie)
      .type('form')
      .send({ office: 'CA', [`t${visit.number}`]: 's' })
    assert.equal((await bookingByNumber(web.house.db, visit.number))?.status, 'booked')
  })

  it('answers nonsense clearly', async function () {
    this.timeout(60_000)
    const visit = await booked(web.house, '9:00')
    goTo(web.house, '12:00')
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('CA', 's', 'a', 'n', '1', '9:00', 'id-card', '\u0000', '9'.repeat(30), '2020-05-11', '0001-01-01'),
    )
    const names = [
      'office',
      'date',
      'scope',
      'sheet',
      `t${visit.number}`,
      `over${visit.number}`,
      't0',
      '__proto__',
      'mark',
      'made',
    ]
    const fields = fc.constantFrom(...names, 'w1-line', 'w1-time', 'w1-service', 'w1-desk', 'w1-persons', 'w1-end')
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fields, value), async typed => {
        const query = new URLSearchParams(typed).toString()
        const answers = [
          await get(`/desk/take-back?${query}`),
          await get(`/desk/paper?${query}`),
          await web.get(`/sheets/CA/2020-05-11/3?${query}`),
          await post('/desk/take-back', query),
        ]
        for (const { status } of answers) assert.ok(status < 500, `${status} for ${query}`)
      }),
      { numRuns: 30 },
    )
    for (const part of ['0', '-1', '1e3', '99999999999', '%00', '..%2f..%2fsecret']) {
      assert.equal((await get(`/desk/paper/CA/2020-05-11/${part}`)).status, 404)
      assert.ok((await get(`/desk/paper/${part}/2020-05-11/1`)).status < 500)
    }
    assert.deepEqual(await violations(web.house), [])
  })
})
