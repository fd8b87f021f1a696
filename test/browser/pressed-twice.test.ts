import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Locator, Page } from 'playwright-core'
import { bookingsOfDay } from '../../src/repositories/bookings.ts'
import { migrate, openDatabase } from '../../src/repositories/database.ts'
import { inBrowser } from '../support/browser.ts'
import { aCity, aDesk } from '../support/builders.ts'
import { aWeb, type TestWeb } from '../support/web.ts'

const lastPlace = aCity({ desks: [aDesk()] })

inBrowser('Whoever presses twice before the answer has come', withPage => {
  const folder = mkdtempSync(path.join(tmpdir(), 'okienko-twice-'))
  const db = openDatabase(`file:${path.join(folder, 'city.sqlite3')}`)
  let web: TestWeb
  let server: Server
  let baseURL = ''
  before(async () => {
    await migrate(db)
    web = await aWeb(db, { city: lastPlace })
    server = createServer((request, response) => {
      const end = response.end.bind(response) as (...body: unknown[]) => void
      const late = (...body: unknown[]) => (setTimeout(() => end(...body), 600), response)
      if (request.method === 'POST') Object.assign(response, { end: late })
      web.app(request, response)
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  after(async () => {
    server.close()
    await db.destroy()
    rmSync(folder, { recursive: true, force: true })
  })

  it('holds the last place, and is not told that somebody was faster', () =>
    withPage({ baseURL }, async page => {
      await page.goto('/services/id-card/times?office=CA&date=2020-05-11')
      await pressTwice(page, page.locator('button[value="2020-05-11T09:00"]'))
      await page.locator('form[action="/bookings"]').waitFor()
      assert.match(page.url(), /\/bookings\/.+key=/)
      assert.equal(await promisedOn('2020-05-11'), 1)
    }))

  it('books the last place by the form of a hold that is over, without JavaScript', () =>
    withPage({ baseURL, javaScript: false }, async page => {
      await page.goto('/services/id-card/times?office=CA&date=2020-05-12')
      await page.locator('button[value="2020-05-12T09:00"]').click()
      await page.waitForURL(/\/bookings\/.+key=/)
      web.house.clock.passMinutes(11)
      await pressTwice(page, page.locator('form[action="/bookings"] button'))
      await page.locator('h1', { hasText: 'Wizyta jest umówiona' }).waitFor()
      assert.match(page.url(), /\/bookings\/.+key=/)
      assert.equal(await promisedOn('2020-05-12'), 1)
    }))

  async function promisedOn(date: string): Promise<number> {
    const bookings = await bookingsOfDay(web.house.db, { officeId: 'CA', date })
    return bookings.filter(({ status }) => status === 'held' || status === 'booked').length
  }
})

/**
 * As a hand does it: the second press comes while the first is on its way, and the browser gives up the first for it.
 * What comes next is waited for by its content: `waitForURL` fails if it sees a navigation given up.
 */
async function pressTwice(page: Page, button: Locator) {
  await button.scrollIntoViewIfNeeded()
  const place = await button.boundingBox()
  assert.ok(place)
  for (const pause of [200, 0]) {
    await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2)
    await wait(pause)
  }
}
