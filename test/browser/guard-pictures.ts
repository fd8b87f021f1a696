import type { Browser, Page } from 'playwright-core'
import { countOut } from '../../src/use-cases/entrance/count-heads.ts'
import { aGuardedCity } from './guarded-city.ts'

/** Takes the pictures of the guard's screen: `guard.png`, `guard-phone.png`. */
export async function takeGuardPictures(browser: Browser, save: (page: Page, name: string) => Promise<void>): Promise<void> {
  const city = await aGuardedCity()
  const [now, later] = city.references
  try {
    const two = { counted: 2, bodies: 2 }
    await take('guard', { width: 1120, height: 860 }, now)
    await countOut(city.house, city.guard, two, { eventId: 'leave-some' })
    await countOut(city.house, city.guard, two, { eventId: 'leave-more' })
    await take('guard-phone', { width: 390, height: 844 }, later, now)
  } finally {
    await city.stop()
  }

  async function take(name: string, viewport: { width: number; height: number }, ...codes: readonly string[]): Promise<void> {
    const context = await browser.newContext({ baseURL: city.url, locale: 'pl', viewport, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await city.signIn(page)
    await page.goto('/entrance/guard')
    for (const code of codes) {
      await page.fill('#code', code)
      await Promise.all([page.waitForResponse('**/entrance/guard/scans'), page.press('#code', 'Enter')])
    }
    await page.waitForTimeout(300)
    await save(page, name)
    await context.close()
  }
}
