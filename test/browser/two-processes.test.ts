import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { openDatabase } from '../../src/repositories/database.ts'
import { inBrowser } from '../support/browser.ts'
import { onBothEngines } from '../support/database.ts'
import { booked, deskDay, goTo } from '../support/desk.ts'
import { aHouse } from '../support/house.ts'
import { startServer, type Server } from '../support/server.ts'
import { signedInAs, type SignedIn } from '../support/signed-in.ts'

const patienceMs = 2000

inBrowser('A screen of the desks at one process', withPage => {
  onBothEngines('while another process changes its day', (_open, engine) => {
    let settings: Record<string, string>
    let servers: Server[]
    let receptionist: SignedIn

    before(async function () {
      this.timeout(60_000)
      settings = {
        ...{ DATABASE_URL: await engine.freshUrl(), OKIENKO_CITY: 'none', OKIENKO_CLOCK: `${deskDay.date}T08:50` },
        SECRET: 'a secret of the browser tests',
      }
      const db = openDatabase(settings['DATABASE_URL'] ?? '')
      const house = await aHouse(db)
      await booked(house, '9:00')
      await booked(house, '9:20')
      goTo(house, '8:50')
      receptionist = await signedInAs(house, { role: 'reception', office: deskDay.officeId })
      await db.destroy()
      servers = await Promise.all([startServer(settings), startServer(settings)])
    })

    after(() => Promise.all(servers.map(server => server.stop())))

    it('shows within two seconds who has come, says when its process is gone, and is current once that is back', () =>
      withPage({}, async screen => {
        const [here, there] = servers as [Server, Server]
        await openDay(screen, here.url, receptionist)
        const reception = await screen.context().newPage()
        await openDay(reception, there.url, receptionist)
        await screen.waitForTimeout(1200) // the stream has told the page that the screen shows
        assert.equal(await arrivedOn(screen).count(), 0)

        await checkInNext(reception)
        await arrivedOn(screen).waitFor({ timeout: patienceMs })

        await here.kill()
        await screen.locator('[data-lost]:visible').waitFor({ timeout: 10_000 })
        await checkInNext(reception)
        servers[0] = await startServer({ ...settings, PORT: new URL(here.url).port })
        await screen.locator('[data-lost]').waitFor({ state: 'hidden', timeout: 10_000 })
        await arrivedOn(screen).nth(1).waitFor({ timeout: patienceMs })
        assert.match((await screen.locator('[data-back]').textContent()) ?? '', /aktualna/)
      }))
  })
})

async function openDay(page: Page, url: string, { cookie }: SignedIn) {
  await page.context().addCookies([{ name: 'okienko_staff', value: cookie.slice(cookie.indexOf('=') + 1), url }])
  await page.goto(`${url}/desk?office=${deskDay.officeId}`)
}

function arrivedOn(page: Page) {
  return page.locator('#rows .st.s-arrived')
}

/** Answers once the page of whoever pressed the button says so. */
async function checkInNext(page: Page) {
  const before = await arrivedOn(page).count()
  await page.locator('#rows tr:has(.s-booked) button').first().click()
  await arrivedOn(page).nth(before).waitFor({ timeout: 5000 })
}
