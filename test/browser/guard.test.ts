import assert from 'node:assert/strict'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Knex } from 'knex'
import type { Page } from 'playwright-core'
import { languages } from '../../src/domain/city.ts'
import { wordsFor } from '../../src/language/words.ts'
import { openDatabase } from '../../src/repositories/database.ts'
import { headCount } from '../../src/repositories/head-counts.ts'
import { addDevice } from '../../src/use-cases/entrance/add-device.ts'
import { countIn } from '../../src/use-cases/entrance/count-heads.ts'
import { bookVisit } from '../../src/use-cases/resident/book-visit.ts'
import { assertAccessible, assertNoSidewaysScroll } from '../support/axe.ts'
import { inBrowser } from '../support/browser.ts'
import { aBuilding, aCity, aHall, aParty, aRequest, aRule, at } from '../support/builders.ts'
import { assertValidHtml } from '../support/html.ts'
import { migratedFile } from '../support/migrated.ts'
import { signedInAs } from '../support/signed-in.ts'
import { aWeb, type TestWeb } from '../support/web.ts'

const key = { officeId: 'CA', date: '2020-05-11' }
const city = aCity({
  zones: [aBuilding(), aHall()],
  rules: [aRule({ kind: 'absolute-cap', persons: 3 }, { id: 'house', legalBasis: 'Dz.U. 2020 poz. 697, § 13' })],
})

inBrowser('The guard at the door', withPage => {
  let folder = ''
  let db: Knex
  let web: TestWeb
  let server: Server
  let url = ''

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'okienko-guard-'))
    copyFileSync(await migratedFile(), path.join(folder, 'guard.sqlite3'))
    db = openDatabase(`file:${path.join(folder, 'guard.sqlite3')}`)
    web = await aWeb(db, { city, now: '2020-05-11T09:00' })
    server = web.app.listen(0, '127.0.0.1')
    await once(server, 'listening')
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterEach(async () => {
    server.closeAllConnections()
    server.close()
    await db.destroy()
    rmSync(folder, { recursive: true, force: true })
  })

  const word = (page: Page) => page.locator('.door-answer .word')
  const inside = async () => (await headCount(db, key)).get('building')?.bodies ?? 0
  const booked = (time: string, persons = 1) =>
    bookVisit(web.house, aRequest({ start: at(time), party: aParty(persons) }), { language: 'pl' })

  async function enrol(page: Page, javaScript = true) {
    const { number } = await signedInAs(web.house, { role: 'manager' })
    const asked = { officeId: 'CA', kind: 'guard', name: 'Telefon', entrance: 'od Rynku', countsExits: true } as const
    const { code = '' } = await addDevice(web.house, asked, number)
    await page.goto('/entrance/guard')
    assert.equal(new URL(page.url()).pathname, '/entrance/enrol')
    if (javaScript) await assertAccessible(page) // axe needs it
    await page.fill('#code', code)
    await page.locator('.enrol button').click()
    await page.waitForURL('**/entrance/guard')
  }

  async function scan(page: Page, code: string) {
    await page.fill('#code', code)
    await page.press('#code', 'Enter')
  }

  for (const language of languages) {
    for (const javaScript of [false, true])
      it(`tells each answer by a word, a sign and a colour on a small phone: ${language}, ${javaScript ? 'with' : 'without'} JavaScript`, () =>
        withPage({ baseURL: url, language, screen: 'phone', javaScript }, async page => {
          const t = wordsFor(language)
          const checkPage = () => checked(page, javaScript)
          await enrol(page, javaScript)
          const [now, later] = [await booked('9:00', 2), await booked('9:40')]
          await said(page, t('guard.ready'))
          await checkPage()

          await scan(page, later.reference)
          await page.locator('.door-answer.wait', { hasText: /9[.:]40/ }).waitFor()
          await scan(page, now.reference)
          await page.locator('.door-answer.good').waitFor()
          await said(page, t('guard.enter'))
          await checkPage()
          await page.waitForTimeout(javaScript ? 3000 : 0) // within moments it would be the same scan
          await scan(page, now.reference)
          await said(page, t('guard.already-in'))

          await page.locator('[data-key="+"]').click()
          await said(page, t('guard.counted-in'))
          await page.waitForTimeout(javaScript ? 400 : 0) // a blink later it would be a double tap
          await page.locator('[data-key="+"]').click()
          await said(page, t('guard.full', { count: 1 }))
          await checkPage()
          await page.selectOption('#reason', 'weather')
          await page.getByRole('button', { name: t('guard.anyway') }).click()
          await said(page, t('guard.enter-over'))
          assert.equal(await page.locator('.door-zones li.over').count(), 1)
          await checkPage()
          assert.equal(await inside(), 4)
        }))
  }

  it('takes what a scanner types wherever the focus is, and one key for in and out, without a reload', () =>
    withPage({ baseURL: url, screen: 'phone' }, async page => {
      await enrol(page)
      const { reference } = await booked('9:00')
      await page.evaluate('window.notReloaded = true')
      await page.locator('#zone').evaluate('zone => zone.blur()')
      await page.evaluate('document.activeElement.blur()')
      await page.keyboard.type(`https://okienko.example/bookings/${reference}?key=abc`)
      await page.keyboard.press('Enter')
      await said(page, 'Wpuść')

      await page.keyboard.press('+')
      await said(page, 'Weszła 1 osoba')
      await page.waitForTimeout(500)
      await page.keyboard.press('-')
      await said(page, 'Wyszła 1 osoba')
      await page.locator('#keys summary').click()
      for (const sign of reference) await page.locator(`[data-sign="${sign}"]`).click()
      await said(page, 'Już w środku')
      await page.waitForTimeout(500)
      await page.getByRole('button', { name: 'Wychodzą' }).click()
      await said(page, 'Wyszli')
      assert.equal(await inside(), 0)
      assert.equal(await page.evaluate('window.notReloaded'), true)
      await assertAccessible(page)
    }))

  it('counts a double tap and a double scan once', () =>
    withPage({ baseURL: url, screen: 'phone' }, async page => {
      await enrol(page)
      const { reference } = await booked('9:00')
      await page.locator('[data-key="+"]').dblclick()
      await said(page, 'Weszła 1 osoba')
      await scan(page, reference)
      await scan(page, reference)
      await said(page, 'Wpuść')
      await page.waitForTimeout(300)
      assert.equal(await word(page).textContent(), 'Wpuść')
      assert.equal(await inside(), 2)
    }))

  const otherDoor = async () => {
    const asked = { officeId: 'CA', kind: 'guard', name: 'B', entrance: 'B', countsExits: true } as const
    const { device } = await addDevice(web.house, asked, 1)
    return (eventId: string) => countIn(web.house, device, { counted: 1, bodies: 1 }, { eventId })
  }

  it('shows what another door counts, by itself and without asking again and again', () =>
    withPage({ baseURL: url, screen: 'phone' }, async page => {
      let looks = 0
      page.on('request', request => void (looks += Number(request.url().includes('/guard/live'))))
      await enrol(page)
      const count = await otherDoor()
      await page.waitForTimeout(3000)
      const before = looks
      assert.ok(before <= 3, `${before} looks while nothing happened`)
      await count('elsewhere-1')
      await page.getByText('1 z 3').waitFor({ timeout: 2000 })
      assert.ok(looks <= before + 2)
    }))

  it('asks by itself where no stream comes through', () =>
    withPage({ baseURL: url, screen: 'phone' }, async page => {
      await page.route('**/entrance/guard/changes', route => route.abort())
      await enrol(page)
      await (
        await otherDoor()
      )('elsewhere-1')
      await page.getByText('1 z 3').waitFor({ timeout: 5000 })
      assert.equal(await page.locator('#line').isHidden(), true)
    }))

  it('says how old the count is while the server is gone, and catches up when it is back', () =>
    withPage({ baseURL: url, screen: 'phone' }, async page => {
      await enrol(page)
      const count = await otherDoor()
      server.close()
      server.closeAllConnections()
      await page.getByText(/^Brak sieci\. Stan z godziny \d+[:.]\d\d\./).waitFor()
      assert.equal(await page.locator('#live.stale').count(), 1)
      await assertAccessible(page)
      await count('meanwhile')
      server = web.app.listen(Number(new URL(url).port), '127.0.0.1')
      await page.locator('#line').waitFor({ state: 'hidden' })
      await page.getByText('1 z 3').waitFor()
      assert.equal(await page.locator('#live.stale').count(), 0)
      await count('afterwards')
      await page.getByText('2 z 3').waitFor({ timeout: 5000 })
    }))

  it('keeps what is done without network in order, says so, and sends it afterwards', () =>
    withPage({ baseURL: url, screen: 'phone' }, async page => {
      await enrol(page)
      const [one, other] = [await booked('9:00'), await booked('9:00')]
      await said(page, 'Następna osoba')
      await page.context().setOffline(true)
      await page.locator('[data-key="+"]').click()
      await page.getByText('Decyduj według listy na papierze. Zapisane i czekające na wysłanie: 1.').waitFor()
      await said(page, 'Zapisano na tym telefonie')
      await assertAccessible(page)

      await scan(page, one.reference)
      await page.getByRole('button', { name: 'Wpuszczam', exact: true }).click()
      await scan(page, other.reference)
      await page.getByRole('button', { name: 'Nie wpuszczam' }).click()
      for (let i = 0; i < 3; i += 1) {
        await page.waitForTimeout(500)
        await page.keyboard.press('+')
      }
      await page.getByText('czekające na wysłanie: 5.').waitFor()
      assert.equal(await inside(), 0)

      await page.context().setOffline(false)
      await page.locator('#line').waitFor({ state: 'hidden' })
      assert.equal(await inside(), 5)
      await page.getByText('2 ponad limit').waitFor()
      assert.equal(await page.evaluate('localStorage.getItem("okienko-door")'), '[]')
    }))
})

async function said(page: Page, text: string): Promise<void> {
  await page.locator('.door-answer .word', { hasText: text }).waitFor()
}

async function checked(page: Page, javaScript: boolean): Promise<void> {
  await assertNoSidewaysScroll(page)
  if (javaScript) return assertAccessible(page)
  assertValidHtml(await (await page.request.get(page.url(), { headers: { Accept: 'text/html' } })).text())
}
