import assert from 'node:assert/strict'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Knex } from 'knex'
import type { Page } from 'playwright-core'
import { companionKinds } from '../../src/domain/capacity/occupancy-rule.ts'
import { languages } from '../../src/domain/city.ts'
import { bookingsOfDay } from '../../src/repositories/bookings.ts'
import { openDatabase } from '../../src/repositories/database.ts'
import { callNext } from '../../src/use-cases/desk/call-next.ts'
import { ticketToken } from '../../src/web/tickets/token.ts'
import { assertAccessible, assertNoSidewaysScroll } from '../support/axe.ts'
import { inBrowser } from '../support/browser.ts'
import { aCity, aRule } from '../support/builders.ts'
import { booked, deskDay, goTo, here } from '../support/desk.ts'
import { addPrinter, enrolled } from '../support/entrance.ts'
import { assertValidHtml } from '../support/html.ts'
import { migratedFile } from '../support/migrated.ts'
import { pass } from '../support/pass.ts'
import { plugInPrinter, type Behaviour, type Printer } from '../support/printer.ts'
import { aWeb, testSecret, type TestWeb } from '../support/web.ts'

const sizes = [
  { width: 1080, height: 1920 },
  { width: 1280, height: 800 },
]

/** A rule in force counts none of the companions, so that a kiosk asks of all of them. */
const counting = { staff: false, exempt: companionKinds.map(kind => ({ kind })) }
const city = aCity({ rules: [aRule({ kind: 'absolute-cap', persons: 20 }, { id: 'house', counting })] })

inBrowser('The kiosk, the display and the page of a ticket', withPage => {
  let folder = ''
  let db: Knex
  let web: TestWeb
  let server: Server
  let url = ''
  let printer: Printer

  async function plugIn(behaviour: Behaviour): Promise<void> {
    printer = await plugInPrinter(behaviour)
    await addPrinter(web.house, printer)
  }

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'okienko-kiosk-'))
    copyFileSync(await migratedFile(), path.join(folder, 'kiosk.sqlite3'))
    db = openDatabase(`file:${path.join(folder, 'kiosk.sqlite3')}`)
    web = await aWeb(db, { now: '2020-05-11T08:55', city })
    server = web.app.listen(0, '127.0.0.1')
    await once(server, 'listening')
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    printer = await plugInPrinter({ condition: 'ready' })
  })
  afterEach(async () => {
    server.closeAllConnections()
    server.close()
    await printer.stop()
    await db.destroy()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Lets a page be an enrolled kiosk or display. */
  async function be(page: Page, kind: 'kiosk' | 'display', address = `/entrance/${kind}`): Promise<void> {
    const { cookie } = await enrolled(web.house, kind)
    const [name = '', value = ''] = cookie.split('=')
    await page.context().addCookies([{ name, value, url }])
    await page.goto(url + address)
  }

  const bookings = () => bookingsOfDay(db, deskDay)

  it('checks in by a reader that types, and by the keypad', () =>
    withPage({}, async page => {
      await addPrinter(web.house, printer)
      const [first, second] = [await booked(web.house, '9:00'), await booked(web.house, '9:00')]
      await be(page, 'kiosk')
      await page.keyboard.type(`${url}/bookings/${first.reference}?key=x`)
      await page.keyboard.press('Enter')
      await page.waitForSelector('text=A001')
      await page.click('text=Gotowe')
      await page.click('text=Mam rezerwację')
      for (const sign of second.reference) await page.click(`[data-sign="${sign}"]`)
      await page.click('[data-erase]')
      await page.click(`[data-sign="${second.reference.slice(-1)}"]`)
      await page.click('text=Dalej')
      await page.waitForSelector('text=A002')
      assert.equal(printer.jobs.length, 2)
    }))

  it('does one thing for two taps, and for a second scan', () =>
    withPage({}, async page => {
      await addPrinter(web.house, printer)
      await be(page, 'kiosk', '/entrance/kiosk/matters/id-card')
      await page.dblclick('.k-choice.first', { delay: 5 })
      await page.waitForSelector('.k-number')
      assert.equal((await bookings()).length, 1)
      assert.equal(printer.jobs.length, 1)
      const { reference } = await booked(web.house, '9:20')
      for (let time = 0; time < 2; time++) {
        await page.keyboard.type(reference)
        await page.keyboard.press('Enter')
      }
      await page.waitForSelector('text=A002')
      assert.equal(printer.jobs.length, 2)
    }))

  it('counts nobody who need not be counted', () =>
    withPage({}, async page => {
      await be(page, 'kiosk', '/entrance/kiosk/matters/id-card')
      await page.click('.k-persons .k-key:has-text("3")')
      await page.click('text=Są osoby niewliczane do limitu?')
      await page.click('[aria-label^="Więcej: Dzieci"]')
      await page.click('[aria-label^="Więcej: Dzieci"][aria-label$="teraz 1"]')
      await page.click('[aria-label^="Mniej: Dzieci"]')
      await page.click('text=Dalej')
      await page.waitForSelector('text=Niewliczane do limitu: 1')
      await page.click('.k-choice.first')
      await page.waitForSelector('.k-number')
      assert.deepEqual((await bookings())[0]?.party, { persons: 3, companions: { child: 1 } })
    }))

  it('is used by keys alone, with a focus that is seen', () =>
    withPage({}, async page => {
      const { reference } = await booked(web.house, '9:00')
      await be(page, 'kiosk')
      await page.keyboard.press('Tab')
      assert.equal(await page.evaluate('document.activeElement.textContent.includes("Mam rezerwację")'), true)
      assert.notEqual(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle'), 'none')
      await page.keyboard.press('Enter')
      await page.waitForSelector('#code:focus')
      await page.keyboard.type(reference.toLowerCase(), { delay: 5 })
      await page.keyboard.press('Enter')
      await page.waitForSelector('text=A001')
      assert.equal(await page.evaluate('document.activeElement.tagName'), 'H1')
    }))

  it('says calmly that the network is gone, and does what was asked once it is back', () =>
    withPage({}, async page => {
      await be(page, 'kiosk', '/entrance/kiosk/matters/id-card')
      await page.route('**/*', route => route.abort())
      await page.click('.k-choice.first')
      await page.waitForSelector('#lost:not([hidden])')
      await assertAccessible(page)
      await page.unroute('**/*')
      await page.waitForSelector('.k-number')
      assert.equal((await bookings()).length, 1)
    }))

  it('gives the same ticket where only the answer was lost', () =>
    withPage({}, async page => {
      await be(page, 'kiosk', '/entrance/kiosk/matters/id-card')
      await page.route('**/entrance/kiosk/tickets', async route => {
        await route.fetch({ maxRedirects: 0 })
        await route.abort()
      })
      await page.click('.k-choice.first')
      await page.waitForSelector('#lost:not([hidden])')
      assert.equal((await bookings()).length, 1)
      await page.unroute('**/entrance/kiosk/tickets')
      await page.waitForSelector('.k-number')
      assert.equal((await bookings()).length, 1)
    }))

  it('asks after a while, and returns to the start by itself', () =>
    withPage({}, async page => {
      await page.clock.install()
      await be(page, 'kiosk', '/entrance/kiosk/code?lang=en')
      await pass(page, 46)
      await page.waitForSelector('#still:not([hidden])')
      await assertAccessible(page)
      await page.click('text=Yes, a little longer')
      await page.waitForSelector('#still', { state: 'hidden' })
      await pass(page, 62)
      await page.waitForSelector('text=Mam rezerwację')
      assert.equal(await page.evaluate('document.documentElement.lang'), 'pl')
    }))

  it('lets nobody out: no menu, no selection, no way back to what another has seen', () =>
    withPage({}, async page => {
      const { reference } = await booked(web.house, '9:00')
      await be(page, 'kiosk')
      assert.equal(await page.evaluate('!document.dispatchEvent(new Event("contextmenu", { cancelable: true }))'), true)
      assert.equal(await page.evaluate('getComputedStyle(document.body).userSelect'), 'none')
      const before = await page.evaluate('history.length')
      await page.keyboard.type(reference)
      await page.keyboard.press('Enter')
      await page.waitForSelector('text=A001')
      await page.click('text=Gotowe')
      await page.waitForSelector('text=Mam rezerwację')
      assert.equal(await page.evaluate('history.length'), before)
    }))

  it('works without script', () =>
    withPage({ javaScript: false }, async page => {
      const { reference } = await booked(web.house, '9:00')
      await be(page, 'kiosk')
      await page.click('text=Mam rezerwację')
      for (const sign of reference) await page.click(`[data-sign="${sign}"]`)
      await page.click('text=Dalej')
      await page.waitForSelector('text=A001')
      await page.click('text=Gotowe')
      await page.click('text=Nie mam rezerwacji')
      await page.click('.k-choice')
      await page.click('.k-choice.first')
      await page.waitForSelector('text=A002')
      assert.equal(printer.jobs.length, 0)
    }))

  for (const behaviour of [{ condition: 'paper-out' }, { stalls: true }, { breaksAfterBytes: 0 }] as const) {
    it(`shows the number where the printer is ${JSON.stringify(behaviour)}`, () =>
      withPage({}, async page => {
        await printer.stop()
        await plugIn(behaviour)
        const { reference } = await booked(web.house, '9:00')
        await be(page, 'kiosk')
        await page.keyboard.type(reference)
        await page.keyboard.press('Enter')
        await page.waitForSelector('.k-paper.missing', { timeout: 4000 })
        await page.waitForSelector('text=A001')
        await assertAccessible(page)
      }))
  }

  for (const size of sizes) {
    it(`is accessible in every language at ${size.width} × ${size.height}, and within reach from a chair`, () =>
      withPage({}, async page => {
        await page.setViewportSize(size)
        await here(web.house, '9:00', '8:50')
        goTo(web.house, '8:55')
        const late = await booked(web.house, '12:00')
        await be(page, 'kiosk')
        for (const language of languages) {
          for (const screen of [
            '',
            '/code',
            '/matters',
            '/matters/id-card',
            '/matters/id-card/companions?persons=3&child=1',
            '/nowhere',
          ]) {
            await page.goto(`${url}/entrance/kiosk${screen}${screen.includes('?') ? '&' : '?'}lang=${language}`)
            await judge(page)
          }
          for (const screen of ['/matters/id-card?persons=3', '/matters/id-card/companions?persons=3&child=1']) {
            await page.goto(`${url}/entrance/kiosk${screen}&lang=${language}&large=1`)
            await judge(page)
          }
          await page.goto(`${url}/entrance/kiosk?lang=${language}&large=1&contrast=1`)
          await judge(page)
          await page.keyboard.type(late.reference)
          await page.keyboard.press('Enter')
          await page.waitForSelector('.k-answer.wait')
          await judge(page)
        }
        await page.goto(`${url}/entrance/kiosk/matters/id-card`)
        const html = await (await page.request.get(`${url}/entrance/kiosk/matters/id-card`)).text()
        assertValidHtml(html.replace(/<noscript>.*<\/noscript>/, '')) // a page that returns by itself, without script too
        await page.click('.k-choice.first')
        await page.waitForSelector('.k-number')
        await judge(page)
      })).timeout(150_000)
  }

  it('calls within two seconds, says it in Polish, and tells when it is out of date', () =>
    withPage({}, async page => {
      await page.setViewportSize({ width: 1920, height: 1080 })
      await here(web.house, '9:00', '8:50')
      goTo(web.house, '9:00')
      await be(page, 'display')
      await page.waitForTimeout(700)
      const begun = Date.now()
      await callNext(web.house, deskDay, 'desk-2')
      await page.waitForSelector('.d-latest')
      assert.ok(Date.now() - begun < 2000, `${Date.now() - begun} ms`)
      await page.waitForFunction('document.body.dataset.announced?.startsWith("Numer A zero zero jeden")')
      for (const language of languages) {
        await page.goto(`${url}/entrance/display?lang=${language}`)
        await assertAccessible(page)
      }
      const digits = await page.evaluate<number>('document.querySelector(".d-code b").getBoundingClientRect().height')
      assert.ok(digits > 180, `${digits} px`)
      server.closeAllConnections()
      server.close()
      await page.waitForSelector('body.stale', { timeout: 20_000 })
      assert.match(await page.locator('#stale').innerText(), /9:00|09:00|9\.00/)
    }))

  it('comes back to a server in trouble at an even pace, however long it lasts', () =>
    withPage({}, async page => {
      await page.clock.install()
      let asked = 0
      await page.route('**/entrance/display/live', route => {
        asked += 1
        return route.fulfill({ status: 503, body: '' })
      })
      await be(page, 'display')
      await pass(page, 40)
      await page.waitForSelector('body.stale')
      asked = 0
      await pass(page, 12)
      assert.ok(asked > 0 && asked < 6, `${asked} streams in 12 s`)
    }))

  it('follows a ticket on a phone, live and accessible in every language', () =>
    withPage({ screen: 'phone' }, async page => {
      const visit = await here(web.house, '9:00', '8:50')
      const address = `${url}/tickets/${ticketToken(testSecret, visit.booking.number)}/A001`
      for (const language of languages) {
        await page.goto(`${address}?lang=${language}`)
        await assertAccessible(page)
        await assertNoSidewaysScroll(page)
      }
      await page.goto(`${address}?lang=en`)
      goTo(web.house, '9:00')
      await callNext(web.house, deskDay, 'desk-1')
      await page.waitForSelector('text=Come in now: desk 1', { timeout: 3000 })
      await assertAccessible(page)
    }))
})

/** Nothing of axe, no scrolling, and nothing to press in the upper third of the glass. */
async function judge(page: Page): Promise<void> {
  await assertAccessible(page)
  await assertNoSidewaysScroll(page)
  const high = await page.evaluate<string[]>(
    `[...document.querySelectorAll('#screen a, #screen button')]
      .filter(each => each.getClientRects().length > 0 && each.getBoundingClientRect().top < innerHeight / 3)
      .map(each => each.textContent.trim())`,
  )
  assert.deepEqual(high, [])
  const [content, glass] = await page.evaluate<[number, number]>('[document.documentElement.scrollHeight, innerHeight]')
  assert.ok(content <= glass, `${page.url()} is ${content} px high on ${glass} px`)
}
