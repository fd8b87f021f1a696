import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { languages } from '../../src/domain/city.ts'
import { assertAccessible, assertNoSidewaysScroll } from '../support/axe.ts'
import { inBrowser } from '../support/browser.ts'
import { readPdf } from '../paper/read-pdf.ts'
import { pass } from '../support/pass.ts'
import { rehearseDesks, type DeskRehearsal } from '../support/desk-rehearsal.ts'

const desk = '/desk?office=CA&desk=CA-SA-D-72&scope=g%3ACA-SA-D'
const licences = '/desk?office=CA&desk=CA-PJ-W-21&scope=g%3ACA-PJ-W'
const whole = '/desk?office=CA&desk=CA-SA-D-72&scope='

inBrowser('The day at the desks', withPage => {
  let city: DeskRehearsal
  before(async () => (city = await rehearseDesks('07:55', { each: 6, here: 0 })))
  after(() => city.stop())

  it('is worked through by keyboard alone, as a clerk', () =>
    withPage({ baseURL: city.url }, async page => {
      await city.signIn('clerk', page.context())
      await page.goto(desk)
      const code = await firstCode(page)
      await page.keyboard.press('/')
      await page.keyboard.type(code)
      await page.keyboard.press('Enter')
      await page.locator('#list-title', { hasText: '1 wizyta dla' }).waitFor()
      await page.goto(desk)
      await page.keyboard.press('j')
      await page.keyboard.press('Enter')
      await told(page, 'jest na miejscu')
      await page.keyboard.press('n')
      await told(page, 'Wezwano')
      assert.equal(await page.locator('.big-code').count(), 1)
      await page.keyboard.press('r')
      await told(page, 'ponownie')
      await page.keyboard.press('s')
      await told(page, 'obsługa rozpoczęta')
      await page.keyboard.press('u')
      await told(page, 'cofnięto')
      await page.keyboard.press('s')
      await told(page, 'obsługa rozpoczęta')
      await page.keyboard.press('f')
      await told(page, 'obsługa zakończona')
      assert.match(await page.locator('#mine').innerText(), /Stanowisko wolne/)
    }))

  it('says what was done where the clerk is, on a phone far down the list', () =>
    withPage({ baseURL: city.url, screen: 'phone' }, async page => {
      await city.signIn('clerk', page.context())
      await page.goto(desk)
      await page.locator('.day-table tr[id] button').last().click()
      await page.locator('.told').waitFor()
      assert.ok(await page.evaluate<boolean>('scrollY > innerHeight'), 'the list is longer than the window')
      const seen = await page.locator('.told').boundingBox()
      assert.ok(seen && seen.y >= 0 && seen.y < 100, `the message begins at ${seen?.y}`)
    }))

  for (const javaScript of [true, false])
    it(`has a change taken back, ${javaScript ? 'with' : 'without'} script`, () =>
      withPage({ baseURL: city.url, javaScript, screen: 'phone' }, async page => {
        await city.signIn('clerk', page.context())
        await page.goto('/desk/day-change?office=CA&date=2020-05-14&kind=office-early&from=17.00')
        await page.getByRole('button', { name: 'Zapisz zmianę' }).click()
        await page.goto('/desk/day-change?office=CA&date=2020-05-14')
        await assertNoSidewaysScroll(page)
        if (javaScript) await assertAccessible(page)
        await page.getByRole('button', { name: 'Cofnij' }).click()
        await page.getByRole('heading', { name: 'Cofnięcie: Placówka nieczynna od 17.00' }).waitFor()
        await page.getByRole('button', { name: 'Cofnij zmianę' }).click()
        await told(page, 'Zmianę dnia zapisano')
        await page.goto('/desk/day-change?office=CA&date=2020-05-14')
        assert.equal(await page.getByRole('button', { name: 'Cofnij' }).count(), 0)
      }))

  it('is worked through by keyboard alone, as a receptionist on the phone', () =>
    withPage({ baseURL: city.url }, async page => {
      await city.signIn('reception', page.context())
      await page.goto(desk)
      await page.keyboard.press('t')
      await page.waitForURL(/phone-bookings/)
      const startedAt = Date.now()
      await page.locator('#service').focus()
      await page.keyboard.type('Wniosek o dow', { delay: 60 })
      assert.doesNotMatch(page.url(), /service=/, 'the page went on before the matter was typed to its end')
      await page.keyboard.press('Tab')
      await page.waitForURL(/service=/)
      await page.locator('#times .times button:focus').waitFor()
      await page.keyboard.press('Enter')
      await page.waitForURL(/desk\/bookings/)
      assert.ok(Date.now() - startedAt < 30_000)
      assert.equal(await page.locator('.spelled span').count(), 4)
      await page.keyboard.press('Escape')
      await page.waitForURL(/\/desk\?/)
    }))

  it('goes without script', () =>
    withPage({ baseURL: city.url, javaScript: false }, async page => {
      await city.signIn('clerk', page.context())
      await page.goto(licences)
      await page.locator('.day-table tr:has(.s-booked) button').first().click()
      const anyway = page.locator('.told button')
      if (await anyway.isVisible()) await anyway.click()
      await told(page, 'jest na miejscu')
      await page.locator('#mine .main').click()
      await told(page, 'Wezwano')
      await page.locator('#mine .main').click()
      await told(page, 'obsługa rozpoczęta')
      await page.locator('#mine .main').click()
      await told(page, 'obsługa zakończona')
    }))

  it('is printed on leaves that each say of which sheet they are, under a head', () =>
    withPage({ baseURL: city.url }, async page => {
      await city.signIn('clerk', page.context())
      await page.goto('/desk/sheet?office=CA&scope=')
      const mark = (await page.locator('.issue .number').innerText()).trim()
      const { pages, text } = await readPdf(await page.pdf({ preferCSSPageSize: true }))
      assert.ok(pages > 1)
      for (const [i, leaf] of text.entries()) {
        assert.match(leaf, new RegExp(`11\\s+maja\\s+2020\\s+r\\. · wydanie \\d+ · ${mark}`))
        assert.match(leaf, /Godz\.\s*Kod/)
        assert.match(leaf, new RegExp(`${i + 1} / ${pages}`))
      }
    }))

  it('shows within two seconds what somebody else did, and keeps what is being typed', () =>
    withPage({ baseURL: city.url }, async page => {
      await city.signIn('clerk', page.context())
      await page.goto(whole)
      await page.waitForTimeout(1500)
      await page.locator('#q').fill('7K2M')
      const other = await page.context().newPage()
      await other.goto(whole)
      const row = other.locator('.day-table tr:has(.s-booked) button').first()
      const id = await other.locator('.day-table tr:has(.s-booked)').first().getAttribute('id')
      await row.click()
      await told(other, 'jest na miejscu')
      await page.locator(`#${id} .st.s-arrived`).waitFor({ timeout: 2000 })
      assert.equal(await page.locator('#q').inputValue(), '7K2M')
      assert.equal(await page.evaluate('document.activeElement.id'), 'q')
    }))

  it('says that the connection is lost, and is current again once it is back', () =>
    withPage({ baseURL: city.url }, async page => {
      await city.signIn('clerk', page.context())
      await page.goto(desk)
      await page.context().setOffline(true)
      await page.locator('[data-lost]:visible').waitFor()
      await page.context().setOffline(false)
      await page.locator('[data-lost]').waitFor({ state: 'hidden', timeout: 15_000 })
      assert.match((await page.locator('[data-back]').textContent()) ?? '', /aktualna/)
    }))

  it('asks a server in trouble at an even pace, however long it lasts', () =>
    withPage({ baseURL: city.url }, async page => {
      await city.signIn('clerk', page.context())
      await page.clock.install()
      let asked = 0
      await page.route(/\/desk\/(live|changes)\?/, route => {
        asked += 1
        return route.fulfill({ status: 503, body: '' })
      })
      await page.goto(desk)
      await pass(page, 60)
      await page.locator('[data-lost]:visible').waitFor()
      asked = 0
      await pass(page, 20)
      assert.ok(asked > 4 && asked < 20, `${asked} requests in 20 s`)
    }))

  it('leaves keys alone in fields, and for whoever turns them off', () =>
    withPage({ baseURL: city.url }, async page => {
      await city.signIn('clerk', page.context())
      await page.goto(desk)
      await page.locator('#q').focus()
      await page.keyboard.type('wtc')
      assert.equal(await page.locator('#q').inputValue(), 'wtc')
      await page.locator('[data-keys] summary').click()
      await page.locator('[data-keys-on]').uncheck()
      await page.locator('h2').first().click()
      await page.keyboard.press('t')
      await page.waitForTimeout(300)
      assert.match(page.url(), /\/desk\?/)
    }))

  for (const language of languages) {
    it(`is accessible and fits every window: ${language}`, () =>
      withPage({ baseURL: city.url, language, screen: 'desktop' }, async page => {
        await city.signIn('clerk', page.context())
        for (const address of await everyPage(page, city.url)) {
          await page.goto(address)
          await assertAccessible(page)
          await page.setViewportSize({ width: 320, height: 640 })
          if (!address.includes('/sheet')) await assertNoSidewaysScroll(page)
          await assertAccessible(page)
          await page.setViewportSize({ width: 1366, height: 768 })
        }
        await page.goto(whole)
        for (const width of [768, 1000]) {
          await page.setViewportSize({ width, height: 1024 })
          const [table, list] = await page.evaluate<[number, number]>(
            `['.day-table', '.list'].map(each => document.querySelector(each).getBoundingClientRect().right)`,
          )
          assert.ok(table <= list, `the table ends at ${table} px, its card at ${list} px, in a window of ${width} px`)
        }
        await page.emulateMedia({ colorScheme: 'dark' })
        await page.goto(desk)
        await assertAccessible(page)
      })).timeout(180_000)
  }
})

/** Every page of the desks, and the day with one visit opened. */
async function everyPage(page: Page, url: string): Promise<string[]> {
  await page.goto(desk)
  const visit = (await page.locator('.day-table th a').first().getAttribute('href')) ?? ''
  const change = '/desk/day-change?office=CA&kind=desk-absent&change-desk=CA-SA-D-72&from=9.00&to=13.00'
  const { page: number } = (await (await fetch(`${url}/api/v1/offices/CA/days/2020-05-11/occupancy`)).json()) as { page: number }
  return [
    ...[desk, visit, `${desk}&view=desk`, '/desk?q=9.00', '/desk/walk-ins', '/desk/phone-bookings'],
    ...['/desk/phone-bookings?service=sa-id-apply', change, '/desk/sheet', `/sheets/CA/2020-05-11/${number}`],
  ]
}

async function firstCode(page: Page): Promise<string> {
  return (await page.locator('.day-table th a').first().innerText()).trim()
}

async function told(page: Page, words: string): Promise<void> {
  await page.locator('.told', { hasText: words }).waitFor({ timeout: 5000 })
}
