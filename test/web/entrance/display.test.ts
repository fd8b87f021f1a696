import assert from 'node:assert/strict'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { callNext } from '../../../src/use-cases/desk/call-next.ts'
import { recall } from '../../../src/use-cases/desk/recall.ts'
import { countIn } from '../../../src/use-cases/entrance/count-heads.ts'
import { readPdf } from '../../paper/read-pdf.ts'
import { ticketToken } from '../../../src/web/tickets/token.ts'
import { aBuilding, aCity, aHall } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { deskDay, goTo, here, keyOfVisit } from '../../support/desk.ts'
import { enrolled } from '../../support/entrance.ts'
import { aWeb, testSecret, type TestWeb } from '../../support/web.ts'

onBothEngines('The display and the page of a ticket', open => {
  let server: Server | undefined
  afterEach(() => {
    server?.closeAllConnections()
    server?.close()
    server = undefined
  })

  async function aDisplay() {
    const web = await aWeb(await open(), { city: aCity({ zones: [aBuilding(), aHall({ floor: 1 })] }) })
    goTo(web.house, '8:30')
    const { cookie } = await enrolled(web.house, 'display')
    return { web, house: web.house, cookie, get: (path: string) => web.get(path).set('Cookie', cookie) }
  }

  /** Reads a stream until a piece of it matches; answers how many milliseconds it took. */
  async function heard(web: TestWeb, path: string, cookie: string, wanted: RegExp, act: () => Promise<unknown>): Promise<number> {
    const listening = createServer(web.app)
    server = listening
    await new Promise<void>(resolve => listening.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}${path}`
    return new Promise((resolve, reject) => {
      let [text, begun] = ['', 0]
      const asking = request(url, { headers: { cookie, accept: 'text/event-stream' } }, answer => {
        assert.equal(answer.headers['content-type'], 'text/event-stream; charset=utf-8')
        answer.on('data', (piece: Buffer) => {
          text += piece.toString()
          if (begun === 0 && text.includes('event: page')) {
            begun = Date.now()
            text = ''
            act().catch(reject)
          }
          if (begun > 0 && wanted.test(text)) resolve(Date.now() - begun)
        })
      })
      asking.once('error', reject).end()
    })
  }

  it('show the number called, its desk, its floor and the call in Polish, and no name', async () => {
    const { house, get } = await aDisplay()
    const visit = await here(house, '9:00', '8:58')
    goTo(house, '9:00')
    assert.equal((await callNext(house, deskDay, 'desk-2')).kind, 'called')
    const page = (await get('/entrance/display')).text
    assert.match(page, /<b>A001<\/b>[\s\S]*<b>2<\/b>[\s\S]*I piętro/)
    assert.match(page, /aria-label="w górę"/)
    assert.match(page, /data-spoken="Numer A zero zero jeden, proszę do stanowiska dwa"/)
    assert.ok(!page.includes(visit.booking.reference))
  })

  it('tell one call from the next of the same number', async () => {
    const { house, get } = await aDisplay()
    const visit = await here(house, '9:00', '8:58')
    goTo(house, '9:00')
    await callNext(house, deskDay, 'desk-1')
    const callOf = async () => /data-call="([^"]+)"/.exec((await get('/entrance/display')).text)?.[1]
    const first = await callOf()
    goTo(house, '9:02')
    await recall(house, keyOfVisit(visit))
    assert.notEqual(await callOf(), first)
  })

  it('say before the first call to wait, and what holds today', async () => {
    const { get } = await aDisplay()
    const page = (await get('/entrance/display')).text
    assert.match(page, /Prosimy czekać na wezwanie/)
    assert.match(page, /Dziś czynne 8\.00–16\.00/)
  })

  it('say outside who may come in now', async () => {
    const { house, get } = await aDisplay()
    await here(house, '9:00', '8:58')
    goTo(house, '9:00')
    assert.match((await get('/entrance/display?place=outside')).text, /Prosimy wejść<\/span> <b>A001/)
    assert.doesNotMatch((await get('/entrance/display')).text, /Prosimy wejść/)
  })

  it('hear of a call within two seconds', async () => {
    const { web, house, cookie } = await aDisplay()
    await here(house, '9:00', '8:58')
    goTo(house, '9:00')
    const ms = await heard(web, '/entrance/display/live', cookie, /event: page/, () => callNext(house, deskDay, 'desk-1'))
    assert.ok(ms < 2000, `${ms} ms`)
  })

  it('hear outside of each head that is counted at the door', async () => {
    const { web, house, cookie, get } = await aDisplay()
    const { device } = await enrolled(house, 'guard')
    await here(house, '9:00', '8:58')
    goTo(house, '9:00')
    const live = /data-live="([^"]+)"/.exec((await get('/entrance/display?place=outside')).text)?.[1] ?? ''
    assert.equal(live, '/entrance/display/live?place=outside')
    const count = () => countIn(house, device, { counted: 1, bodies: 1 }, { eventId: 'counted-once' })
    assert.ok((await heard(web, live, cookie, /event: page/, count)) < 2000)
  })

  it('are for displays only', async () => {
    const { web } = await aDisplay()
    const kiosk = await enrolled(web.house, 'kiosk')
    assert.equal((await web.get('/entrance/display').set('Cookie', kiosk.cookie)).status, 403)
    assert.equal((await web.get('/entrance/display/live').set('Accept', 'text/event-stream')).status, 401)
  })

  it('tell a phone how many are before, and to come in when called', async () => {
    const { web, house } = await aDisplay()
    await here(house, '9:00', '8:50')
    await here(house, '9:00', '8:52')
    const third = await here(house, '9:20', '8:55')
    goTo(house, '9:00')
    const path = `/tickets/${ticketToken(testSecret, third.booking.number)}`
    assert.match((await web.get(path)).text, /<strong>2<\/strong>[\s\S]*osoby przed Państwem/)
    for (const [desk, time] of [
      ['desk-1', '9:00'],
      ['desk-2', '9:00'],
    ] as const) {
      goTo(house, time)
      await callNext(house, deskDay, desk)
    }
    assert.match((await web.get(`${path}?lang=en`)).text, /<strong>0<\/strong>/)
    const ms = await heard(web, `${path}/live`, '', /event: page/, () => here(house, '10:00', '9:45'))
    assert.ok(ms < 2000, `${ms} ms`)
  })

  it('say that a ticket is called, in three languages', async () => {
    const { web, house } = await aDisplay()
    const visit = await here(house, '9:00', '8:58')
    goTo(house, '9:00')
    await callNext(house, deskDay, 'desk-2')
    const path = `/tickets/${ticketToken(testSecret, visit.booking.number)}/A001`
    const told = { pl: /Prosimy wejść: stanowisko 2/, en: /Come in now: desk 2/, uk: /Заходьте: місце 2/ }
    for (const [language, words] of Object.entries(told)) assert.match((await web.get(`${path}?lang=${language}`)).text, words)
    assert.match((await web.get(path)).text, /<noscript><meta http-equiv="refresh" content="30"><\/noscript>/)
  })

  it('open for nobody who guesses', async () => {
    const { web, house } = await aDisplay()
    const { booking } = await here(house, '9:00', '8:58')
    const token = ticketToken(testSecret, booking.number)
    const page = await web.get(`/tickets/${token}/print?lang=uk`).expect(200)
    for (const width of [80, 58]) {
      assert.match(page.text, new RegExp(`slip\\.pdf\\?width=${width}&(amp;|#38;)?in=uk`))
      const pdf = await web.get(`/tickets/${token}/slip.pdf?width=${width}&in=uk`).buffer().expect(200)
      const { text, pages } = await readPdf(pdf.body as Buffer)
      assert.match(text.join(), /A001[\s\S]*запис на/)
      assert.deepEqual(pages, 1)
    }
    const guesses = [
      `${token}x`,
      token.slice(0, -1),
      ticketToken('another secret', booking.number),
      '1',
      'A001',
      `2${token.slice(1)}`,
      '%00',
    ]
    for (const guess of guesses) assert.equal((await web.get(`/tickets/${guess}`)).status, 404, guess)
    assert.equal((await web.get(`/tickets/${ticketToken(testSecret, 9999)}`)).status, 404)
  })
})
