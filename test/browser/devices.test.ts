import assert from 'node:assert/strict'
import { languages } from '../../src/domain/city.ts'
import { assertAccessible, assertNoSidewaysScroll } from '../support/axe.ts'
import { inBrowser } from '../support/browser.ts'
import { assertValidHtml } from '../support/html.ts'
import { aGuardedCity, type GuardedCity } from './guarded-city.ts'

const pages = ['/manage/devices', '/manage/devices/1', '/manage/proof']

inBrowser('The pages of devices and of the proof', withPage => {
  let city: GuardedCity
  before(async () => void (city = await aGuardedCity()))
  after(() => city.stop())

  for (const language of languages)
    it(`are accessible, valid, and fit a narrow screen: ${language}`, () =>
      withPage({ baseURL: city.url, language, screen: 'narrow' }, async page => {
        await city.signIn(page)
        for (const address of pages) {
          const answer = await page.goto(`${address}?lang=${language}`)
          assert.ok(answer)
          assert.equal(answer.status(), 200, address)
          assert.equal(await page.locator('html').getAttribute('lang'), language)
          await assertAccessible(page)
          await assertNoSidewaysScroll(page)
          assertValidHtml(await answer.text())
        }
        assert.ok((await page.locator('table tbody tr').count()) > 0)
      }))
})
