import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Test } from 'supertest'
import { devicesInUse } from '../../../src/repositories/devices.ts'
import { bookingsOfDay } from '../../../src/repositories/bookings.ts'
import { printJobStatus, takePrintJob } from '../../../src/repositories/print-jobs.ts'
import { ticketToken } from '../../../src/web/tickets/token.ts'
import type { Behaviour, Printer } from '../../support/printer.ts'
import { aCity, aDesk, anOffice, aPolicy, aRule, aService, at, words } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { booked, deskDay, goTo } from '../../support/desk.ts'
import { addPrinter, enrolled } from '../../support/entrance.ts'
import { readEscPos, textOf } from '../../support/escpos-reader.ts'
import { plugInPrinter } from '../../support/printer.ts'
import { aWeb, testSecret } from '../../support/web.ts'

const letters = aService({
  id: 'letters',
  number: 2,
  name: words('Pisma'),
  topic: 'letters',
  ways: { online: undefined, dropBox: true, post: true, inPerson: 'optional', appointment: 'not-needed' },
})
const twoOffices = aCity({
  offices: [anOffice(), anOffice({ id: 'WIE', number: 2, name: words('Wieża') })],
  services: [aService(), letters],
})

onBothEngines('The kiosk', open => {
  const plugged: Printer[] = []
  afterEach(() => Promise.all(plugged.splice(0).map(printer => printer.stop())))

  /** A kiosk at the office `CA` at 8:55, with a printer that behaves like this; or with none. */
  async function aKiosk(behaviour: Behaviour | 'none' = { condition: 'ready' }, city = twoOffices) {
    const web = await aWeb(await open(), { city })
    goTo(web.house, '8:55')
    const { cookie, device } = await enrolled(web.house, 'kiosk')
    const printer = behaviour === 'none' ? undefined : await plugInPrinter(behaviour)
    if (printer) plugged.push(printer)
    if (printer) await addPrinter(web.house, printer)
    const get = (path: string): Test => web.get(path).set('Cookie', cookie)
    const post = (path: string, form: object): Test => web.post(path).set('Cookie', cookie).type('form').send(form)
    const scan = async (code: string, query = '') =>
      get((await post(`/entrance/kiosk/check-ins${query}`, { code })).headers['location'] ?? '/')
    const onceOf = async (service = 'id-card') =>
      /name="once" value="([^"]+)"/.exec((await get(`/entrance/kiosk/matters/${service}`)).text)?.[1] ?? ''
    return { ...web, web, get, post, scan, onceOf, printer, device, cookie }
  }

  it('is for enrolled kiosks only', async () => {
    const { web, house } = await aKiosk('none')
    const stranger = await web.get('/entrance/kiosk').set('Accept', 'text/html')
    assert.deepEqual([stranger.status, stranger.headers['location']], [303, '/entrance/enrol'])
    const display = await enrolled(house, 'display')
    assert.equal((await web.get('/entrance/kiosk').set('Cookie', display.cookie)).status, 403)
  })

  it('checks in who has booked, and prints the ticket', async () => {
    const { house, scan, printer } = await aKiosk()
    const { reference } = await booked(house, '9:00')
    const page = await scan(`https://kolejka.example/bookings/${reference}?key=secret`)
    assert.match(page.text, /A001/)
    assert.match(page.text, /Prosimy wziąć wydruk/)
    const printed = textOf(readEscPos((await printer?.job(1)) ?? Buffer.alloc(0)))
    assert.ok(printed.includes('A001') && printed.includes('rezerwacja na 9.00'), printed.join('\n'))
  })

  it('says on the glass, as on paper, how many people are before, in every language', async () => {
    const { house, scan, printer } = await aKiosk()
    const [first, second] = [await booked(house, '9:00'), await booked(house, '9:00')]
    await scan(first.reference)
    const said = { pl: 'Osób przed Państwem: 1', en: 'People before you: 1', uk: 'Осіб перед вами: 1' }
    for (const [language, text] of Object.entries(said))
      assert.ok((await scan(second.reference, `?lang=${language}`)).text.includes(text), text)
    assert.ok(textOf(readEscPos((await printer?.job(2)) ?? Buffer.alloc(0))).includes(said.pl))
  })

  it('prints a QR code that leads to a page which names nobody', async () => {
    const { house, scan, printer, get } = await aKiosk()
    const booking = await booked(house, '9:00')
    await scan(booking.reference)
    const pieces = readEscPos((await printer?.job(1)) ?? Buffer.alloc(0))
    const url = pieces.find(piece => piece.kind === 'qr')?.content ?? ''
    assert.equal(new URL(url).pathname, `/tickets/${ticketToken(testSecret, booking.number)}/A001`)
    const page = await get(new URL(url).pathname)
    assert.equal(page.status, 200)
    assert.ok(!page.text.includes(booking.reference) && !page.text.includes('Dowód'))
  })

  it('prints once and checks in once, however often and at once it is scanned', async () => {
    const { house, post, scan, printer } = await aKiosk()
    const { reference } = await booked(house, '9:00')
    const answers = await Promise.all([1, 2, 3, 4].map(() => post('/entrance/kiosk/check-ins', { code: reference })))
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 303, 303, 303],
    )
    assert.match((await scan(reference)).text, /A001/)
    assert.equal(printer?.jobs.length, 1)
    assert.equal((await bookingsOfDay(house.db, deskDay)).length, 1)
  })

  it('says in words why it checks nobody in', async () => {
    const { house, scan, post } = await aKiosk()
    const early = await booked(house, '12:00')
    assert.match((await scan(early.reference)).text, /za wcześnie[\s\S]*11\.30/)
    const otherDay = await booked(house, '9:00', { date: '2020-05-12' })
    assert.match((await scan(otherDay.reference)).text, /w innym dniu[\s\S]*12 maja/)
    const late = await booked(house, '9:00')
    goTo(house, '15:59')
    assert.match((await scan(late.reference)).text, /już minęła/)
    const unknown = await post('/entrance/kiosk/check-ins', { code: '7K2M9QXD' })
    assert.equal(unknown.status, 422)
    assert.match(unknown.text, /7K2M-9QXD/)
  })

  it('sends those who booked elsewhere to the right office', async () => {
    const { web, house } = await aKiosk('none')
    const elsewhere = await enrolled(house, 'kiosk', 'WIE')
    const { reference } = await booked(house, '9:00')
    const { headers } = await web
      .post('/entrance/kiosk/check-ins')
      .set('Cookie', elsewhere.cookie)
      .type('form')
      .send({ code: reference })
    const page = await web.get(headers['location'] ?? '').set('Cookie', elsewhere.cookie)
    assert.match(page.text, /w innej placówce[\s\S]*Ratusz, Rynek 1/)
  })

  it('gives a ticket for now, once whatever is pressed', async () => {
    const { house, post, get, onceOf, printer } = await aKiosk()
    const form = { once: await onceOf(), service: 'id-card', persons: '1' }
    const answers = await Promise.all([1, 2, 3].map(() => post('/entrance/kiosk/tickets', form)))
    for (const { headers } of answers) assert.match((await get(headers['location'] ?? '')).text, /A001/)
    assert.equal((await bookingsOfDay(house.db, deskDay)).length, 1)
    assert.equal(printer?.jobs.length, 1)
  })

  it('asks who of the party is not counted where a rule in force makes it matter, and only there', async () => {
    const { get } = await aKiosk('none')
    assert.ok(!(await get('/entrance/kiosk/matters/id-card?persons=3')).text.includes('/companions'))
    const counting = { staff: false, exempt: [{ kind: 'child' as const }] }
    const rule = aRule({ kind: 'absolute-cap', persons: 2 }, { id: 'house', counting })
    const strict = await aKiosk('none', aCity({ rules: [rule] }))
    const full = (await strict.get('/entrance/kiosk/matters/id-card?persons=3')).text
    assert.match(full, /Są osoby niewliczane do limitu/)
    assert.match(full, /persons=6/)
    assert.ok(!full.includes('/entrance/kiosk/tickets'))
    const companions = (await strict.get('/entrance/kiosk/matters/id-card/companions?persons=3&child=2')).text
    assert.match(companions, /Dzieci do ukończenia 13 lat/)
    assert.match(companions, /child=3[\s\S]*matters\/id-card\?persons=3&amp;child=2/)
    assert.ok(!(await strict.get('/entrance/kiosk/matters/id-card/companions?persons=3&child=3')).text.includes('child=4'))
    assert.match((await strict.get('/entrance/kiosk/matters/id-card?persons=3&child=2')).text, /Niewliczane do limitu: 2/)

    const form = { once: await strict.onceOf(), service: 'id-card', persons: '3', child: '2' }
    const { headers } = await strict.post('/entrance/kiosk/tickets', form)
    assert.match((await strict.get(headers['location'] ?? '')).text, /A001/)
    assert.deepEqual((await bookingsOfDay(strict.house.db, deskDay))[0]?.party, { persons: 3, companions: { child: 2 } })
    assert.equal((await strict.post('/entrance/kiosk/tickets', { ...form, child: '4' })).status, 422)
  })

  it('offers times where no ticket can be given, and books one of them', async () => {
    const city = aCity({ desks: [aDesk()], policy: aPolicy({ queue: { walkInAfterBooked: 3, walkInWithinMinutes: 10 } }) })
    const { house, post, get, printer } = await aKiosk({ condition: 'ready' }, city)
    await booked(house, '9:00')
    const page = (await get('/entrance/kiosk/matters/id-card')).text
    assert.ok(!page.includes('/entrance/kiosk/tickets'))
    assert.match(page, /value="2020-05-11T09:20"/)
    const once = /name="once" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const form = { once, service: 'id-card', persons: '1', at: '2020-05-11T09:20' }
    const [first, second] = [await post('/entrance/kiosk/bookings', form), await post('/entrance/kiosk/bookings', form)]
    assert.match((await get(first.headers['location'] ?? '')).text, /9\.20/)
    assert.equal(second.status, 303)
    const bookings = await bookingsOfDay(house.db, deskDay)
    assert.deepEqual(
      bookings.map(({ channel, start }) => [channel, start]),
      [
        ['web', at('9:00')],
        ['kiosk', at('9:20')],
      ],
    )
    assert.deepEqual(bookings[1]?.contact, { language: 'pl' })
    assert.equal(printer?.jobs.length, 1)
  })

  it('gives no tickets where nobody is received without an appointment, and says so', async () => {
    const opening = anOffice().opening.map(each => ({ ...each, appointmentOnly: true }))
    const { get, post, onceOf } = await aKiosk('none', aCity({ offices: [anOffice({ opening })] }))
    assert.match((await get('/entrance/kiosk')).text, /tylko umówione wizyty/)
    const page = (await get('/entrance/kiosk/matters/id-card')).text
    assert.ok(!page.includes('/entrance/kiosk/tickets'))
    assert.match(page, /po umówieniu wizyty/)
    const forced = await post('/entrance/kiosk/tickets', { once: await onceOf(), service: 'id-card' })
    assert.match(forced.headers['location'] ?? '', /\/matters\/id-card/)
  })

  it('prints a slip with the address of the page', async () => {
    const { post, onceOf, printer } = await aKiosk()
    const form = { once: await onceOf() }
    await Promise.all([post('/entrance/kiosk/notes', form), post('/entrance/kiosk/notes', form)])
    assert.ok(textOf(readEscPos((await printer?.job(1)) ?? Buffer.alloc(0))).includes('Wizyty przez internet'))
    assert.equal(printer?.jobs.length, 1)
  })

  const faults: readonly (readonly [
    name: string,
    behaviour: Behaviour,
    said: RegExp,
    error: string | undefined,
    paper: string | undefined,
  ])[] = [
    ['has no paper', { condition: 'paper-out' }, /Skończył się papier/, undefined, 'out'],
    [
      'runs out of paper in the middle of a ticket',
      { condition: 'ready', paperForBytes: 40 },
      /Skończył się papier/,
      undefined,
      'out',
    ],
    ['is open', { condition: 'cover-open' }, /Drukarka teraz nie działa/, 'offline', 'ok'],
    ['takes the connection and stalls', { stalls: true }, /Drukarka teraz nie działa/, 'stalled', 'ok'],
    ['drops the connection', { breaksAfterBytes: 0 }, /Drukarka teraz nie działa/, 'refused', 'ok'],
    [
      'breaks in the middle of a ticket',
      { condition: 'ready', breaksAfterBytes: 200 },
      /Bilet mógł się wydrukować: prosimy zajrzeć do szczeliny drukarki\. Jeśli go tam nie ma, wystarczy numer A001/,
      'unsure A001',
      'ok',
    ],
  ]
  for (const [name, behaviour, said, error, paper] of faults) {
    it(`shows the number within three seconds where the printer ${name}, and says so at the desks`, async () => {
      const { house, scan } = await aKiosk(behaviour)
      const { reference } = await booked(house, '9:00')
      const begun = Date.now()
      const page = await scan(reference)
      assert.ok(Date.now() - begun < 3000, `${Date.now() - begun} ms`)
      assert.match(page.text, /A001/)
      assert.match(page.text, said)
      const [printer] = await devicesInUse(house.db, 'CA', ['printer'])
      assert.deepEqual([printer?.error, printer?.paper], [error, paper])
    }).timeout(10_000)
  }

  it('says at the desks that there is no printer, and shows the number', async () => {
    const { house, scan, device } = await aKiosk('none')
    const { reference } = await booked(house, '9:00')
    assert.match((await scan(reference)).text, /A001[\s\S]*Drukarka teraz nie działa/)
    const [kiosk] = await devicesInUse(house.db, 'CA', ['kiosk'])
    assert.deepEqual([kiosk?.number, kiosk?.error], [device.number, 'no-printer'])
  })

  it('prints a ticket that never reached the printer once there is paper', async () => {
    const { house, scan, printer } = await aKiosk({ condition: 'paper-out' })
    const { reference } = await booked(house, '9:00')
    await scan(reference)
    const full = await plugInPrinter({ condition: 'ready' })
    plugged.push(full)
    await house.db('devices').where({ kind: 'printer' }).update({ printer_port: full.port })
    assert.match((await scan(reference)).text, /Prosimy wziąć wydruk/)
    assert.ok(textOf(readEscPos(await full.job(1))).includes('A001'))
    assert.deepEqual(
      printer?.jobs.map(job => job.length),
      [0],
    )
  })

  it('tells a ticket as unsure that a killed process was printing, and prints it no second time', async () => {
    const { house, scan, printer } = await aKiosk()
    const { reference, number } = await booked(house, '9:00')
    const job = { id: `ticket ${number}`, officeId: 'CA', kind: 'ticket', bookingNumber: number } as const
    await takePrintJob(house.db, job, house.clock.instant())
    house.clock.passMinutes(2)
    assert.match((await scan(reference)).text, /Bilet mógł się wydrukować[\s\S]*numer A001/)
    assert.equal(await printJobStatus(house.db, job.id), 'unsure')
    await scan(reference)
    assert.equal(printer?.jobs.length, 0)
  })

  it('keeps language and size in its addresses, and sets no cookie but its own', async () => {
    const { get } = await aKiosk('none')
    const page = await get('/entrance/kiosk?lang=uk&large=1')
    assert.match(page.text, /<html lang="uk" class="kiosk large">/)
    assert.match(page.text, /\/entrance\/kiosk\/code\?lang=uk&amp;large=1|\/entrance\/kiosk\/code\?lang=uk&#38;large=1/)
    assert.ok(!(page.headers['set-cookie'] ?? '').includes('okienko_lang'))
    assert.match((await get('/entrance/kiosk')).text, /<html lang="pl"/)
  })

  it('leads nowhere else, returns to its start without script too, and is kept nowhere', async () => {
    const { house, get, scan } = await aKiosk('none')
    const { reference } = await booked(house, '9:00')
    const screens = [
      await get('/entrance/kiosk'),
      await get('/entrance/kiosk/code'),
      await get('/entrance/kiosk/matters'),
      await get('/entrance/kiosk/matters/id-card'),
      await scan(reference),
      await get('/entrance/kiosk/nowhere'),
    ]
    for (const { text, headers } of screens) {
      const leads = [...text.matchAll(/(?:href|action)="(\/[^"]*)"/g)].map(([, path = '']) => path)
      assert.deepEqual(
        leads.filter(path => !path.startsWith('/entrance/kiosk') && !path.startsWith('/assets/')),
        [],
      )
      assert.equal(headers['cache-control'], 'no-store')
    }
    for (const { text } of screens.slice(1))
      assert.match(text, /<noscript><meta http-equiv="refresh" content="\d+; url=\/entrance\/kiosk">/)
  })

  it('shows an answer for three minutes, on this kiosk only', async () => {
    const { web, house, post, get } = await aKiosk('none')
    const { reference } = await booked(house, '9:00')
    const where = (await post('/entrance/kiosk/check-ins', { code: reference })).headers['location'] ?? ''
    const other = await enrolled(house, 'kiosk')
    assert.equal((await web.get(where).set('Cookie', other.cookie)).status, 303)
    assert.equal((await get(where)).status, 200)
    house.clock.passMinutes(4)
    assert.deepEqual([(await get(where)).status, (await get(where)).headers['location']], [303, '/entrance/kiosk'])
  })

  it('answers nonsense with a screen, never with a fault', async () => {
    const { post, get } = await aKiosk('none')
    const field = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom('id-card', 'CA', '2020-05-11T09:00', '-1', '1e9', 'ą'.repeat(300), '\u0000'),
    )
    const form = fc.dictionary(
      fc.constantFrom('code', 'once', 'service', 'persons', 'at', 'office'),
      fc.oneof(field, fc.array(field, { maxLength: 3 })),
    )
    const address = fc.constantFrom('check-ins', 'tickets', 'bookings', 'notes')
    await fc.assert(
      fc.asyncProperty(address, form, field, async (path, sent, part) => {
        const body = new URLSearchParams(
          Object.entries(sent).flatMap(([name, values]) => [values].flat().map((value): [string, string] => [name, value])),
        )
        const posted = await post(`/entrance/kiosk/${path}`, {}).send(body.toString())
        const asked = await get(`/entrance/kiosk/answers/${encodeURIComponent(part) || 'x'}`)
        const matter = await get(`/entrance/kiosk/matters/${encodeURIComponent(part) || 'x'}?persons=${encodeURIComponent(part)}`)
        for (const { status } of [posted, asked, matter]) assert.ok(status < 500, `${status}`)
      }),
      { numRuns: 40 },
    )
  }).timeout(60_000)
})
