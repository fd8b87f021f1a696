import assert from 'node:assert/strict'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { languages } from '../../src/domain/city.ts'
import { assertAccessible, assertNoSidewaysScroll } from '../support/axe.ts'
import { inBrowser } from '../support/browser.ts'
import { assertValidHtml } from '../support/html.ts'
import { bookSome, holdSome, rehearse, send, type Rehearsal } from '../support/rehearsal.ts'

const mostBytes = 50_000

inBrowser('Every page for residents', withPage => {
  let city: Rehearsal
  let pages: string[]
  before(async () => {
    city = await rehearse()
    pages = await everyPage(city.url)
  })
  after(() => city.stop())

  for (const language of languages) {
    it(`is accessible in light and dark: ${language}`, function () {
      this.timeout(300_000)
      return withPage({ language, screen: 'phone', baseURL: city.url }, async page => {
        for (const address of pages) {
          await page.goto(address)
          await openAll(page)
          await assertAccessible(page)
          await page.emulateMedia({ colorScheme: 'dark' })
          await assertContrast(page)
          await page.emulateMedia({ colorScheme: 'light' })
        }
      })
    })

    it(`fits a window of 320 px, and says its language: ${language}`, () =>
      withPage({ language, screen: 'narrow', baseURL: city.url }, async page => {
        for (const address of pages) {
          await page.goto(address)
          await openAll(page)
          await assertNoSidewaysScroll(page)
          assert.equal(await page.locator('html').getAttribute('lang'), language, address)
        }
      }))
  }

  it('is still whole when its text is twice as large', () =>
    withPage({ screen: 'desktop', baseURL: city.url }, async page => {
      for (const address of pages) {
        await page.goto(address)
        await page.evaluate("document.documentElement.style.fontSize = '200%'")
        await assertNoSidewaysScroll(page)
      }
    }))

  it('is valid HTML', async () => {
    for (const address of pages) {
      const answer = await fetch(`${city.url}${address}`, { headers: { Accept: 'text/html' } })
      assertValidHtml(await answer.text())
    }
  })

  it(`is under ${mostBytes} bytes with its style and script, comes from here alone, and sets no cookie`, () =>
    withPage({ baseURL: city.url }, async page => {
      for (const address of pages) {
        await page.context().clearCookies()
        const bytes = await bytesOf(page, address, city.url)
        assert.ok(bytes < mostBytes, `${address} takes ${bytes} bytes`)
        assert.deepEqual(await page.context().cookies(), [], address)
      }
    }))

  it('has targets of 44 px, or a line of text around them', () =>
    withPage({ screen: 'phone', baseURL: city.url }, async page => {
      for (const address of pages) {
        await page.goto(address)
        assert.deepEqual(await page.evaluate(smallTargets), [], address)
      }
    }))
})

/** One address for each page and each state it can be in. */
async function everyPage(url: string): Promise<string[]> {
  const held = await holdSome(url, 'sa-id-apply', 'CA', 0)
  const booked = await bookSome(url, 'sa-id-apply', 'WIE', 1)
  const cancelled = await bookSome(url, 'sa-id-apply', 'ZGO', 2)
  await send(`${url}/bookings/${cancelled.reference}/cancellation`, { key: cancelled.key })
  const of = ({ reference, key }: typeof booked, part: string, more = '') => `/bookings/${reference}/${part}?key=${key}${more}`
  return [
    ...['/', '/?topic=car', '/?q=dowod', '/?q=xyzxyz', '/find', '/privacy', '/accessibility', '/nowhere'],
    ...['/services/sc-copy', '/services/sc-death', '/services/sa-id-apply', '/services/sc-copy/cover-sheet'],
    ...['/services/sa-id-apply/times', '/services/sa-id-apply/times?office=CA', '/services/sc-copy/times?office=LUB'],
    '/services/sa-id-apply/times?office=CA&persons=99',
    ...[held.page, booked.page, `${booked.page}&moved=1`, cancelled.page],
    ...[of(booked, 'slip'), of(booked, 'slip', '&size=large'), of(booked, 'move'), of(booked, 'cancellation')],
  ]
}

/** Colours are all that differs in the dark. */
async function assertContrast(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
  assert.deepEqual(
    violations.flatMap(({ nodes }) => nodes.map(node => node.html)),
    [],
    page.url(),
  )
}

/** Opens whatever is folded, so that it is looked at too. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true")
}

/** What comes over the wire for a page, fonts aside. @throws if anything comes from elsewhere */
async function bytesOf(page: Page, address: string, own: string): Promise<number> {
  const sizes: Promise<number>[] = []
  const count = (response: {
    url(): string
    request(): { resourceType(): string; sizes(): Promise<{ responseBodySize: number }> }
  }) => {
    assert.ok(response.url().startsWith(own), `${address} asks for ${response.url()}`)
    if (response.request().resourceType() === 'font') return
    sizes.push(
      response
        .request()
        .sizes()
        .then(({ responseBodySize }) => responseBodySize),
    )
  }
  page.on('response', count)
  await page.goto(address, { waitUntil: 'networkidle' })
  page.off('response', count)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

/** Buttons, fields and links outside running text that are lower than 44 px (24 px where others are near: WCAG 2.5.8). */
const smallTargets = `[...document.querySelectorAll('button, input:not([type=hidden]), select, summary, .button, .menu a, .foot li a, .topics a, .month a')]
  .filter(each => each.offsetParent !== null && !each.closest('label'))
  .filter(each => each.getBoundingClientRect().height < 43.5)
  .map(each => each.outerHTML.slice(0, 100))`
