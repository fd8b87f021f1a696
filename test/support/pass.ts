import type { Page } from 'playwright-core'

/** Lets seconds pass by a page's installed clock, one by one, so that the network can answer in between. */
export async function pass(page: Page, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    await page.clock.runFor(1000)
    await page.waitForTimeout(30)
  }
}
