import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { languages } from '../../src/domain/city.ts'
import { wordsFor } from '../../src/language/words.ts'
import { assertAccessible } from '../support/axe.ts'
import { inBrowser, type Visitor } from '../support/browser.ts'
import { assertValidHtml } from '../support/html.ts'
import { bookSome, rehearse, send, type Rehearsal } from '../support/rehearsal.ts'
import { readPdf } from '../paper/read-pdf.ts'

const visitors: readonly Visitor[] = [
  ...languages.map(language => ({ language, screen: 'phone', javaScript: false }) as const),
  ...languages.map(language => ({ language, screen: 'desktop', javaScript: true }) as const),
  { language: 'pl', screen: 'phone', javaScript: true },
  { language: 'pl', screen: 'desktop', javaScript: false },
]

inBrowser('A resident with a browser', withPage => {
  let city: Rehearsal
  before(async () => (city = await rehearse()))
  after(() => city.stop())

  for (const visitor of visitors) {
    const { language = 'pl', screen, javaScript } = visitor
    it(`books, prints, finds, moves and cancels: ${language}, ${screen}, ${javaScript ? 'with' : 'without'} JavaScript`, () =>
      withPage({ ...visitor, baseURL: city.url }, async page => {
        const t = wordsFor(language)
        await findMatter(page, language)
        await book(page)
        await seesHeading(page, t('confirmed.title'))
        const [reference, pin] = [await textOf(page, '.code'), await textOf(page, '.pin')]
        assert.match(reference, /^[2-9A-Z]{4}-[2-9A-Z]{4}$/)

        await page.locator('a[href*="/slip"]').first().click()
        await seesHeading(page, t('slip.title'))

        await page.goto('/find')
        await page.fill('#reference', reference.toLowerCase())
        await page.fill('#pin', pin)
        await page.locator('main form button').click()
        await seesHeading(page, t('confirmed.title'))

        const before = await textOf(page, '.when')
        await page.locator('main a[href*="/move"]').click()
        await page.locator('.times button:visible').last().click()
        await page.getByText(t('confirmed.moved')).waitFor()
        assert.notEqual(await textOf(page, '.when'), before)

        await page.locator('main a[href*="/cancellation"]').click()
        await page.locator('button.grave').click()
        await seesHeading(page, t('booking.cancelled-title'))
      }))
  }

  it('prints the page of a visit on one sheet of A4', () =>
    withPage({ baseURL: city.url }, async page => {
      const visit = await bookSome(city.url, 'sa-id-apply', 'CA')
      for (const language of languages) {
        await page.goto(`${visit.page}&lang=${language}`)
        assert.equal((await readPdf(await page.pdf({ format: 'A4' }))).pages, 1, language)
      }
    }))

  for (const javaScript of [true, false])
    it(`is offered a button that prints only where it can: ${javaScript ? 'with' : 'without'} JavaScript`, () =>
      withPage({ baseURL: city.url, javaScript }, async page => {
        const { page: visit } = await bookSome(city.url, 'sa-id-apply', 'WIE', javaScript ? 5 : 6)
        await page.goto(visit)
        await page.locator('a[href*="/slip"]').first().click()
        assert.equal(await page.locator('[data-print]').isVisible(), javaScript)
      }))

  it('keeps the hold in one cookie, and had none before', () =>
    withPage({ baseURL: city.url, javaScript: false }, async page => {
      const cookies = () => page.context().cookies()
      await page.goto('/services/sa-id-apply/times?office=ZGO')
      assert.deepEqual(await cookies(), [])
      await page.locator('.times button:visible').first().click()
      const [cookie, ...others] = await cookies()
      assert.deepEqual([cookie?.name, cookie?.httpOnly, cookie?.sameSite, others.length], ['okienko_hold', true, 'Lax', 0])
    }))

  it('sees the times change with the party, without a new page', () =>
    withPage({ baseURL: city.url }, async page => {
      await page.goto('/services/sa-id-apply/times?office=CA')
      await page.evaluate('window.same = true')
      await page.locator('.party > summary').click()
      await page.fill('#persons', '2')
      await page.locator('#persons').blur()
      await page.waitForURL(/persons=2/)
      assert.equal(await page.locator('form input[type=hidden][name=persons]').inputValue(), '2')
      assert.equal(await page.evaluate('window.same'), true)
    }))

  it('is shown matters while typing', () =>
    withPage({ baseURL: city.url }, async page => {
      await page.goto('/')
      await page.locator('#q').pressSequentially('dowod osob')
      await page.locator('#found a', { hasText: 'Wniosek o dowód osobisty' }).waitFor()
    }))

  it('opens another day from the calendar', () =>
    withPage({ baseURL: city.url }, async page => {
      await page.goto('/services/sa-id-apply/times?office=CA')
      await page.locator('.month a').nth(3).click()
      assert.equal(await page.locator('#d-2020-05-14').getAttribute('open'), '')
    }))

  it('is told what is wrong in a summary that leads to the field', () =>
    withPage({ baseURL: city.url, screen: 'narrow' }, async page => {
      await page.goto('/find')
      await page.fill('#reference', '7K2M-9QXX')
      await page.locator('main form button').click()
      await page.locator('#errors a[href="#pin"]').click()
      assert.equal(await page.evaluate('document.activeElement.id'), 'pin')
      assert.equal(await page.inputValue('#reference'), '7K2M-9QXX')
      await assertAccessible(page)
    }))

  for (const javaScript of [true, false]) {
    it(`is led to what is wrong at once, ${javaScript ? 'with' : 'without'} JavaScript`, () =>
      withPage({ baseURL: city.url, javaScript }, async page => {
        await page.goto('/find')
        await page.locator('main form button').click()
        await page.locator('#errors:focus').waitFor({ timeout: 5_000 })
        assert.match(await page.title(), /^Błąd: /)
      }))
  }

  it('finds the button that confirms at hand on a phone, and is told when the time is up', () =>
    withPage({ baseURL: city.url, screen: 'phone' }, async page => {
      await page.clock.install()
      await findMatter(page, 'pl')
      await page.locator('.times button:visible').first().click()
      const confirm = page.locator('form[action="/bookings"] button.button')
      const box = await confirm.boundingBox()
      assert.ok(box && box.y + box.height <= 740, `the button ends at ${(box?.y ?? 0) + (box?.height ?? 0)} px`)
      assert.match(await textOf(page, '#left'), /zachowany do godziny/)
      await page.clock.fastForward('11:00')
      await page.getByText(wordsFor('pl')('details.over')).waitFor()
      assert.doesNotMatch(await textOf(page, '#left'), /zachowany/)
    }))

  it('gets in large print also the code, the time and the heading larger', () =>
    withPage({ baseURL: city.url, javaScript: false }, async page => {
      await findMatter(page, 'pl')
      await book(page)
      await page.emulateMedia({ media: 'print' })
      await page.goto((await page.locator('a[href*="/slip"]').first().getAttribute('href')) ?? '')
      const sizeOf = (part: string) => `parseFloat(getComputedStyle(document.querySelector('.sheet ${part}')).fontSize)`
      const sizes = () => Promise.all(['h1', '.code', '.pin', '.when'].map(part => page.evaluate<number>(sizeOf(part))))
      const normal = await sizes()
      await page.goto(`${page.url()}&size=large`)
      const large = await sizes()
      assert.deepEqual(
        large.map((size, part) => size > 1.3 * (normal[part] ?? Infinity)),
        normal.map(() => true),
        `${normal.join()} grow to ${large.join()} px`,
      )
    }))

  it('is not lost when somebody was faster', () =>
    withPage({ baseURL: city.url }, async page => {
      await page.goto('/services/sa-id-apply/times?office=CA')
      const taken = await page.locator('.times button:visible').first().getAttribute('value')
      const form = { service: 'sa-id-apply', office: 'CA', at: taken ?? '' }
      for (let rival = 0; rival < 20; rival += 1) await send(`${city.url}/holds`, form)
      await page.locator('.times button:visible').first().click()
      await seesHeading(page, wordsFor('pl')('taken.title'))
      await assertAccessible(page)
      assertValidHtml(await page.content())
      await page.locator('.picks button').first().click()
      await seesHeading(page, wordsFor('pl')('details.title'))
    }))
})

/** By searching, as most people do. */
async function findMatter(page: Page, language: string): Promise<void> {
  const typed = { pl: 'dowod osobisty', en: 'identity card', uk: 'посвідчення особи' }[language] ?? ''
  await page.goto('/')
  await page.fill('#q', typed)
  await page.locator('form[role=search] button').click()
  await page.locator('.matters a[href="/services/sa-id-apply"]').click()
  await page.locator('a.button[href*="office=WIE"]').click()
}

async function book(page: Page): Promise<void> {
  await page.locator('.times button:visible').first().click()
  await page.locator('#email').fill('nonsense')
  await page.locator('form[action="/bookings"] button.button').click()
  await page.locator('#errors a[href="#email"]').waitFor()
  await page.locator('#email').fill('')
  await page.locator('form[action="/bookings"] button.button').click()
}

async function seesHeading(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

async function textOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).first().innerText()).trim()
}
