import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { languages } from '../../src/domain/city.ts'
import { migrate, openDatabase } from '../../src/repositories/database.ts'
import { bookingsOfDay } from '../../src/repositories/bookings.ts'
import { cancelVisit } from '../../src/use-cases/resident/cancel-visit.ts'
import { plainPrintRoom } from '../../src/web/print-room.ts'
import { assertAccessible, assertNoSidewaysScroll } from '../support/axe.ts'
import { inBrowser } from '../support/browser.ts'
import { booked, deskDay, goTo } from '../support/desk.ts'
import { signedInAs } from '../support/signed-in.ts'
import { aWeb, type TestWeb } from '../support/web.ts'

inBrowser('Taking ticks back from paper', withPage => {
  let folder = ''
  let web: TestWeb
  let server: Server
  let url = ''
  let cookie = ''

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'okienko-take-back-'))
    const db = openDatabase(`file:${folder}/city.sqlite3`)
    await migrate(db)
    web = await aWeb(db, { printRoom: plainPrintRoom(path.join(folder, 'print')) })
    for (const time of ['9:00', '9:20', '9:40', '10:00']) await booked(web.house, time)
    goTo(web.house, '12:00')
    cookie = (await signedInAs(web.house, { role: 'clerk', office: 'CA' })).cookie.split('=')[1] ?? ''
    server = createServer(web.app)
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterEach(async () => {
    server.closeAllConnections()
    server.close()
    await web.house.db.destroy()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is one pass by keyboard: letters tick and go on, arrows go, Backspace clears', () =>
    withPage({ baseURL: url }, async page => {
      await open(page)
      await page.focus('[data-line] input')
      for (const key of ['s', 'n', 'a', 's', 'Backspace', 'ArrowUp', 'ArrowUp', 'S']) await page.keyboard.press(key)
      await save(page)
      assert.match(await page.locator('[role="status"]').innerText(), /1 przybycie, 2 obsłużone wizyty, 0 nieobecności/)
      assert.deepEqual(await statuses(), ['served', 'served', 'arrived', 'booked'])
    }))

  it('works as a plain form, with walk-ins, and asks once about what is known otherwise', () =>
    withPage({ baseURL: url, javaScript: false }, async page => {
      await open(page)
      const [first] = await bookingsOfDay(web.house.db, deskDay)
      assert.ok(first)
      await cancelVisit(web.house, first.reference)
      await page.check(`input[name="t${first.number}"][value="s"]`)
      await page.fill('#w1-time', '10:20')
      await page.selectOption('#w1-service', 'id-card')
      await save(page)
      // The cancelled visit is no longer in the list of now; the walk-in is taken.
      assert.match(await page.locator('[role="status"]').innerText(), /1 osoba bez rezerwacji/)
      assert.deepEqual((await bookingsOfDay(web.house.db, deskDay)).filter(({ channel }) => channel === 'walk-in').length, 1)
    }))

  it('is accessible in every language, and so is the page of the packs', () =>
    withPage({ baseURL: url }, async page => {
      for (const language of languages) {
        for (const address of ['/desk/take-back', '/desk/paper']) {
          await open(page, `${address}?office=CA&lang=${language}`)
          await assertAccessible(page)
          await assertNoSidewaysScroll(page)
        }
      }
      await page.goto(`/sheets/CA/${deskDay.date}/1?mark=2222&lang=pl`)
      await assertAccessible(page)
    }))

  async function open(page: Page, address = '/desk/take-back?office=CA'): Promise<void> {
    await page.context().addCookies([{ name: 'okienko_staff', value: cookie, url }])
    await page.goto(address)
  }

  async function save(page: Page): Promise<void> {
    await page.click('.save-ticks button')
    await page.waitForSelector('[role="status"]')
  }

  async function statuses(): Promise<string[]> {
    return (await bookingsOfDay(web.house.db, deskDay)).map(({ status }) => status)
  }
})
