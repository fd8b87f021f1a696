import assert from 'node:assert/strict'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const criteria = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Fails with every violation of WCAG 2.2 A and AA, and of axe's best practices, on the page as it stands. About 0.5 s. */
export async function assertAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(criteria).analyze()
  const told = violations.map(violation => {
    const where = violation.nodes.map(
      node => `\n      ${node.target.join(' ')}: ${node.failureSummary?.replaceAll('\n', ' ') ?? ''}`,
    )
    return `${violation.id}: ${violation.help}${where.join('')}`
  })
  assert.equal(told.length, 0, `${page.url()} is not accessible:\n  ${told.join('\n  ')}`)
}

/** Fails where the page is wider than its window, so that somebody would have to scroll sideways (WCAG 1.4.10). */
export async function assertNoSidewaysScroll(page: Page): Promise<void> {
  const [content, window] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  )
  assert.ok(content <= window, `${page.url()} is ${content} px wide in a window of ${window} px`)
}
