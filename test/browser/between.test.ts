import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { languages, type Language } from '../../src/domain/city.ts'
import { wordsFor } from '../../src/language/words.ts'
import { migrate, openDatabase } from '../../src/repositories/database.ts'
import { publish } from '../../src/use-cases/desk/change-day/publish.ts'
import { bookVisit } from '../../src/use-cases/resident/book-visit.ts'
import { secretOf } from '../../src/web/secrets.ts'
import { assertAccessible, assertNoSidewaysScroll } from '../support/axe.ts'
import { inBrowser } from '../support/browser.ts'
import { aBuilding, aCity, aDesk, aDeskGroup, aHall, aRequest, aService, anOffice, at } from '../support/builders.ts'
import { deskDay } from '../support/desk.ts'
import { aWeb, testSecret, type TestWeb } from '../support/web.ts'

// Monday, 11 May 2020, 8:00; one desk here, one at another office.
const city = aCity({
  offices: [anOffice(), anOffice({ id: 'WIE', number: 2 })],
  zones: [aBuilding(), aHall(), aBuilding({ id: 'b2', officeId: 'WIE' }), aHall({ id: 'h2', officeId: 'WIE', parentId: 'b2' })],
  deskGroups: [aDeskGroup(), aDeskGroup({ id: 'far', officeId: 'WIE' })],
  desks: [aDesk(), aDesk({ id: 'far-1', officeId: 'WIE', zoneId: 'h2', deskGroupId: 'far' })],
  services: [aService({ deskGroupIds: ['counter', 'far'] })],
})

inBrowser('Between booking and visit, a resident with a browser', withPage => {
  const folder = mkdtempSync(path.join(tmpdir(), 'okienko-between-'))
  const db = openDatabase(`file:${path.join(folder, 'city.sqlite3')}`)
  let web: TestWeb
  let server: Server
  let baseURL = ''
  before(async () => {
    await migrate(db)
    web = await aWeb(db, { city, now: '2020-05-11T08:00' })
    server = createServer(web.app)
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  after(async () => {
    server.close()
    await db.destroy()
    rmSync(folder, { recursive: true, force: true })
  })

  /** The page of a booked visit. */
  async function visitAt(date: string, start: string, language: Language): Promise<{ page: string; number: number }> {
    const { reference, number } = await bookVisit(web.house, aRequest({ date, start: at(start) }), { language })
    return { page: `/bookings/${reference}?key=${secretOf(testSecret, reference)}`, number }
  }

  languages.forEach((language, place) => {
    for (const javaScript of [true, false]) {
      const hour = 9 + place * 2 + (javaScript ? 0 : 1)
      const visitor = { language, javaScript, screen: javaScript ? 'desktop' : 'phone' } as const
      const t = wordsFor(language)
      const how = `${language}, ${javaScript ? 'with' : 'without'} JavaScript`

      it(`asks to be told of an earlier time, and stops it: ${how}`, () =>
        withPage({ ...visitor, baseURL }, async page => {
          const visit = await visitAt('2020-05-14', `${hour}:00`, language)
          await page.goto(visit.page)
          await press(page, t('earlier.on'))
          await page.locator('#errors a[href="#email"]').click()
          await looksRight(page, javaScript)
          await page.getByText(t('earlier.narrow')).click()
          await looksRight(page, javaScript)
          await page.fill('#email', `a${hour}@example.pl`)
          await page.locator('input[value=any]').check()
          await page.fill('#until', '2020-05-13')
          await press(page, t('earlier.on'))
          await press(page, t('earlier.off'))
          await page.getByRole('button', { name: t('earlier.on') }).waitFor()
          assert.equal(await page.locator('#email').count(), 0, 'the address is known by now')
        }))

      it(`says to be late: ${how}`, () =>
        withPage({ ...visitor, baseURL }, async page => {
          const visit = await visitAt('2020-05-11', `${hour}:40`, language)
          await page.goto(visit.page)
          await looksRight(page, javaScript)
          await press(page, t('late.button', { minutes: 10 }))
          await page.getByText(t('late.said', { minutes: 10 })).waitFor()
          assert.equal(await page.getByRole('button', { name: t('late.button', { minutes: 10 }) }).count(), 0)
        }))

      it(`keeps the time to which the office has moved the visit: ${how}`, () =>
        withPage({ ...visitor, baseURL }, async page => {
          const visit = await visitAt('2020-05-11', `${hour}:00`, language)
          const span = { from: at(`${hour}:00`), to: at(`${hour}:20`) }
          const answer = await publish(web.house, deskDay, {
            exceptions: [{ kind: 'desk-unstaffed', deskId: 'desk-1', span }],
            decisions: new Map([[visit.number, { kind: 'move', to: { ...deskDay, start: at(`${hour}:20`) } }]]),
          })
          assert.ok(answer.published)
          await page.goto(visit.page)
          await page.getByRole('heading', { name: t('changed.moved-title') }).waitFor()
          await looksRight(page, javaScript)
          await press(page, t('changed.stay'))
          await page.getByText(t('changed.stayed')).waitFor()
        }))
    }
  })
})

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}

/** axe needs script. */
async function looksRight(page: Page, javaScript: boolean): Promise<void> {
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}-${Date.now()}.png`, fullPage: true })
  if (javaScript) await assertAccessible(page)
  else await assertNoSidewaysScroll(page)
}
