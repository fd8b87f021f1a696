import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { takeEntrancePictures } from './entrance-pictures.ts'
import { takeGuardPictures } from './guard-pictures.ts'
import { launchBrowser } from '../support/browser.ts'
import { bookSome, rehearse } from '../support/rehearsal.ts'
import { takeDeskPictures } from './desk-pictures.ts'

// `npm run pictures` takes the README's pictures from the running program, on the morning of the city's reopening.
const folder = path.resolve(import.meta.dirname, '../../docs/pictures')
const mostBytes = 150_000

interface Picture {
  readonly name: string
  readonly address: string
  readonly language: 'pl' | 'en' | 'uk'
  readonly width: number
  readonly height: number
  readonly dark?: boolean
  /** What is done on the page before it is taken. */
  readonly before?: (page: Page) => Promise<unknown>
}

const browser = await launchBrowser()
if (!browser) throw new Error('no Chromium on this machine')
const city = await rehearse()
try {
  const visit = await bookSome(city.url, 'sa-id-apply', 'CA', 4)
  mkdirSync(folder, { recursive: true })
  for (const picture of picturesWith(visit.page)) await take(browser, picture)
  await takeDeskPictures(browser, folder)
  await takeEntrancePictures(browser, save)
  await takeGuardPictures(browser, save)
} finally {
  await browser.close()
  await city.stop()
}

function picturesWith(booking: string): Picture[] {
  const desktop = { width: 1120, height: 860 }
  const phone = { width: 390, height: 844 }
  return [
    { name: 'start', address: '/', language: 'pl', ...desktop },
    { name: 'ways', address: '/services/sc-copy', language: 'en', ...desktop },
    { name: 'times', address: '/services/sa-id-apply/times?office=CA', language: 'pl', ...desktop },
    { name: 'confirmed', address: booking, language: 'pl', ...desktop },
    { name: 'phone-search', address: '/?q=prawo%20jazdy', language: 'uk', ...phone },
    { name: 'phone-times', address: '/services/sa-id-apply/times?office=CA', language: 'uk', ...phone, before: toTimes },
    { name: 'phone-dark', address: booking, language: 'en', ...phone, dark: true },
  ]
}

async function take(from: Browser, { name, address, language, width, height, dark, before }: Picture): Promise<void> {
  const context = await from.newContext({
    baseURL: city.url,
    locale: language,
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(address, { waitUntil: 'networkidle' })
  await before?.(page)
  await save(page, name)
  await context.close()
}

async function save(page: Page, name: string): Promise<void> {
  const file = path.join(folder, `${name}.png`)
  await page.screenshot({ path: file })
  const { size } = statSync(file)
  if (size > mostBytes) throw new Error(`${name}.png has ${size} bytes`)
  console.log(`${path.relative(process.cwd(), file)} ${Math.ceil(size / 1000)} kB`)
}

function toTimes(page: Page): Promise<unknown> {
  return page.evaluate("document.querySelector('#times').scrollIntoView()")
}
