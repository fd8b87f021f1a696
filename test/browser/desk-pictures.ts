import path from 'node:path'
import type { Browser } from 'playwright-core'
import { letDayPass, rehearseDesks } from '../support/desk-rehearsal.ts'

const day = '/desk?office=CA&desk=CA-SA-D-72&scope='

/** What is taken of the desks: a name, an address, and the language. */
const pictures = [
  { name: 'desk-day', address: day, language: 'pl', width: 1366, height: 768 },
  { name: 'desk-day-by-desk', address: `${day}&view=desk`, language: 'en', width: 1024, height: 768 },
  { name: 'desk-phone', address: '/desk/phone-bookings?office=CA&service=sa-id-apply', language: 'pl', width: 1120, height: 760 },
  {
    name: 'desk-change',
    address: '/desk/day-change?office=CA&kind=desk-absent&change-desk=CA-SA-D-72&from=10.00&to=12.00',
    language: 'pl',
    width: 1120,
    height: 1560,
  },
  { name: 'desk-sheet', address: '/desk/sheet?office=CA&scope=g%3ACA-SA-D', language: 'pl', width: 1000, height: 900 },
] as const

/** Takes the pictures of the desks from the running program, in the middle of the morning of the reopening. */
export async function takeDeskPictures(browser: Browser, folder: string): Promise<void> {
  const desks = await rehearseDesks('09:24', { each: 14 })
  try {
    await letDayPass(desks.house, '09:24')
    for (const { name, address, language, width, height } of pictures) {
      const context = await browser.newContext({
        baseURL: desks.url,
        locale: language,
        viewport: { width, height },
        reducedMotion: 'reduce',
      })
      await desks.signIn('clerk', context)
      const page = await context.newPage()
      await page.goto(address)
      if (name === 'desk-day') {
        await page.locator('[data-shortcut="n"], #mine .main').first().click()
        await page.locator('.told').waitFor()
      }
      await page.screenshot({ path: path.join(folder, `${name}.png`) })
      await context.close()
    }
  } finally {
    await desks.stop()
  }
}
