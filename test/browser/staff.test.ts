import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { languages } from '../../src/domain/city.ts'
import { totpCode, totpStep } from '../../src/use-cases/staff/totp.ts'
import { assertAccessible, assertNoSidewaysScroll } from '../support/axe.ts'
import { inBrowser } from '../support/browser.ts'
import { reopening } from '../support/rehearsal.ts'
import { startServer, type Server } from '../support/server.ts'

const ownPassword = 'cztery zwykłe słowa razem'

inBrowser('The pages of staff', withPage => {
  let folder = ''
  let server: Server
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'okienko-staff-'))
    server = await startServer({
      DATABASE_URL: `file:${folder}/city.sqlite3`,
      OKIENKO_CLOCK: reopening,
      RATE_LIMIT_READS_PER_MINUTE: '0',
    })
  })
  afterEach(async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('take the first person from the printed password to a colleague’s account, by keyboard alone, in a rehearsal too', () =>
    withPage({ baseURL: server.url, javaScript: false }, async page => {
      await signInFirst(page)
      assert.equal(new URL(page.url()).pathname, '/manage')

      await page.goto('/manage/staff')
      await page.focus('#name')
      await page.keyboard.type('anna.nowak')
      await page.selectOption('#role', 'clerk')
      await page.selectOption('#office', 'CA')
      await page.focus('#department')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.waitForSelector('.secret')
      assert.match(await page.locator('.secret').innerText(), /^[0-9A-Z-]{19}$/)
    }))

  it('are accessible in every language, light and dark, and fit 320 px', () =>
    withPage({ baseURL: server.url, screen: 'narrow' }, async page => {
      await page.goto('/sign-in')
      await judge(page)
      await page.fill('#name', 'nobody')
      await page.click('main button')
      await judge(page)
      await signInFirst(page, judge)
      for (const language of languages) {
        const pages = [
          '/manage',
          '/manage/staff',
          '/manage/staff/1',
          '/manage/audit-log',
          '/account',
          '/account/password',
          '/account/authenticator',
        ]
        for (const address of pages) {
          await page.goto(`${address}?lang=${language}`)
          await (language === 'pl' ? judge(page) : judgeInLight(page))
        }
      }
    })).timeout(120_000)

  /** From the sign-in page to the page where managers begin; `see` looks at every page on the way. */
  async function signInFirst(page: Page, see: (page: Page) => Promise<void> = () => Promise.resolve()): Promise<void> {
    const first = /First sign-in, shown once: (\S+), password (\S+)/.exec(server.output())
    await page.goto('/sign-in')
    await page.fill('#name', first?.[1] ?? '')
    await page.fill('#password', first?.[2] ?? '')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/account/password')
    await see(page)
    await page.fill('#old', first?.[2] ?? '')
    await page.fill('#wanted', ownPassword)
    await page.fill('#again', ownPassword)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/account/authenticator')
    await see(page)
    const secret = (await page.locator('.secret').innerText()).replaceAll(/\s/g, '')
    await page.fill('#code', totpCode(secret, totpStep(new Date().toISOString())))
    await page.keyboard.press('Enter')
    await page.waitForSelector('.recovery')
    await see(page)
    await page.click('main .button')
    await page.waitForURL('**/manage')
  }
})

async function judge(page: Page): Promise<void> {
  await judgeInLight(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await assertAccessible(page)
  await page.emulateMedia({ colorScheme: 'light' })
}

async function judgeInLight(page: Page): Promise<void> {
  await assertNoSidewaysScroll(page)
  await assertAccessible(page)
}
