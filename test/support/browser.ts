import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import type { Language } from '../../src/domain/city.ts'
import { skipOrFail } from './absence.ts'
import { findChromium } from './chromium.ts'

/** How a resident looks at a page. */
export interface Visitor {
  /** Default: Polish. */
  readonly language?: Language
  /** A phone is 360 × 740, narrow 320 × 640 (WCAG's reflow), a desktop 1280 × 900. Default: desktop. */
  readonly screen?: keyof typeof screens
  /** Default: on. */
  readonly javaScript?: boolean
  /** Default: light. */
  readonly colours?: 'light' | 'dark'
  /** What addresses without a host begin with: `await page.goto('/find')`. */
  readonly baseURL?: string
}

/** Opens a page without cookies as this visitor, and closes it afterwards; errors in the page's scripts fail the test. */
export type WithPage = (visitor: Visitor, visit: (page: Page) => Promise<void>) => Promise<void>

const screens = {
  narrow: { width: 320, height: 640 },
  phone: { width: 360, height: 740 },
  desktop: { width: 1280, height: 900 },
}
const locales: Readonly<Record<Language, string>> = { pl: 'pl-PL', en: 'en-GB', uk: 'uk-UA' }

/** Defines a describe block with a real Chromium. Without one its tests are skipped; with `CI` set they fail. */
export function inBrowser(title: string, define: (withPage: WithPage) => void): void {
  describe(title, function () {
    this.timeout(60_000)
    let browser: Browser | undefined

    before(async function () {
      browser = await launchBrowser()
      if (!browser) skipOrFail(this, 'no Chromium on this machine')
    })

    define((visitor, visit) => {
      if (!browser) throw new Error('a page was asked for before the browser stood')
      return visitAs(browser, visitor, visit)
    })

    after(() => browser?.close())
  })
}

/** Starts Chromium: `CHROMIUM_PATH`, the system's, else npm's (`BROWSER_FROM=npm`: only that). `undefined`: there is none. */
export async function launchBrowser(): Promise<Browser | undefined> {
  const found = findChromium()
  if (!found) return undefined
  return chromium.launch({
    executablePath: found.path,
    env: { ...process.env, ...found.env },
    chromiumSandbox: false,
    args: ['--disable-quic', '--disable-background-networking', '--disable-component-update', '--no-sandbox'],
  })
}

async function visitAs(browser: Browser, visitor: Visitor, visit: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext(contextOf(visitor))
  const page = await context.newPage()
  const errors: Error[] = []
  page.on('pageerror', error => errors.push(error))
  try {
    await visit(page)
  } finally {
    await context.close()
  }
  if (errors[0]) throw errors[0]
}

function contextOf(visitor: Visitor): BrowserContextOptions {
  return {
    locale: locales[visitor.language ?? 'pl'],
    timezoneId: 'Europe/Warsaw',
    viewport: screens[visitor.screen ?? 'desktop'],
    javaScriptEnabled: visitor.javaScript ?? true,
    colorScheme: visitor.colours ?? 'light',
    reducedMotion: 'reduce',
    ...(visitor.baseURL ? { baseURL: visitor.baseURL } : {}),
  }
}
